// Reads the latest versions of the definitions that count some of the given activity kinds, each with the ids of these
// kinds. Campaign-only kinds are not counted.
// params: $ids
// returns: definition, kindIds
MATCH (kind:ActivityKind)
WHERE kind.id IN $ids AND NOT kind.isCampaignOnly
WITH kind.brandId AS brandId, collect(kind) AS kinds
CALL (brandId) {
  MATCH (version:EngagementDefinition {brandId: brandId})
  WHERE version.key IS NOT NULL AND version.version IS NOT NULL
  WITH version.key AS key, max(version.version) AS latest
  MATCH (definition:EngagementDefinition {brandId: brandId, key: key, version: latest})
  RETURN definition
}
WITH definition, [kind IN kinds WHERE kind.key IN definition.kinds | kind.id] AS kindIds
WHERE size(kindIds) > 0
RETURN definition, kindIds
ORDER BY definition.key
