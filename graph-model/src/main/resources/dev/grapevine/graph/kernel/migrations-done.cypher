// Lists the migrations that this database has taken.
// returns: name, checksum
MATCH (migration:Migration)
RETURN migration.name AS name, migration.checksum AS checksum
