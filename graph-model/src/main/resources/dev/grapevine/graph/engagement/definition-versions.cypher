// Reads one version of a definition of each brand; the latest if $version is null.
// params: $brandIds, $key, $version
// returns: definition
UNWIND $brandIds AS brandId
CALL (brandId) {
  MATCH (definition:EngagementDefinition {brandId: brandId, key: $key})
  WHERE definition.version IS NOT NULL AND ($version IS NULL OR definition.version = $version)
  RETURN definition
  ORDER BY definition.brandId DESC, definition.key DESC, definition.version DESC
  LIMIT 1
}
RETURN definition
