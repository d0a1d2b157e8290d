// Locks a definition, by its first version, until the transaction ends; returns the latest version.
// params: $firstKey
// returns: definition
MATCH (first:EngagementDefinition {versionKey: $firstKey})
SET first._lock = true
WITH first
CALL (first) {
  MATCH (definition:EngagementDefinition {brandId: first.brandId, key: first.key})
  WHERE definition.version IS NOT NULL
  RETURN definition
  ORDER BY definition.brandId DESC, definition.key DESC, definition.version DESC
  LIMIT 1
}
RETURN definition
