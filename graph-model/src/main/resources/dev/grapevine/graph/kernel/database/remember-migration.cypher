// Records an applied migration.
// params: $name, $checksum, $layout, $now
MERGE (migration:Migration {name: $name})
  ON CREATE SET
    migration.checksum = $checksum,
    migration.layout = $layout,
    migration.ranAt = $now,
    migration.brandId = '_system'
