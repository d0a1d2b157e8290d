// Remembers that a migration ran.
// params: $name, $checksum, $now
MERGE (migration:Migration {name: $name})
  ON CREATE SET migration.checksum = $checksum, migration.ranAt = $now, migration.brandId = '_system'
