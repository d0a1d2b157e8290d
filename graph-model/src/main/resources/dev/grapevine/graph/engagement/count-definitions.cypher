// Counts the definitions of a brand, each once for all its versions.
// params: $brandId
// returns: count
MATCH (definition:EngagementDefinition {brandId: $brandId})
WHERE definition.key IS NOT NULL AND definition.version IS NOT NULL
RETURN count(DISTINCT definition.key) AS count
