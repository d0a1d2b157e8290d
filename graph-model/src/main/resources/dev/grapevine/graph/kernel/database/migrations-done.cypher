// Lists the migrations that ran on this database; those from before layouts had numbers are of layout 0.
// returns: name, checksum, layout
MATCH (migration:Migration)
RETURN migration.name AS name, migration.checksum AS checksum, coalesce(migration.layout, 0) AS layout
