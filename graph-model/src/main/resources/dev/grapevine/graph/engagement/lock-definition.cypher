// Keeps everybody else from revising a definition until the transaction ends, by its first version; answers the latest.
// params: $firstKey
// returns: definition
MATCH (first:EngagementDefinition {versionKey: $firstKey})
SET first._lock = true
WITH first
CALL (first) {
  MATCH (definition:EngagementDefinition {brandId: first.brandId, key: first.key})
  WHERE definition.version IS NOT NULL
  RETURN definition
  ORDER BY definition.version DESC
  LIMIT 1
}
RETURN definition
