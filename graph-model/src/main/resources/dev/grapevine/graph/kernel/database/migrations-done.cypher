// Reads the migrations applied to this database; those without a layout number have layout 0.
// returns: name, checksum, layout
MATCH (migration:Migration)
RETURN migration.name AS name, migration.checksum AS checksum, coalesce(migration.layout, 0) AS layout
