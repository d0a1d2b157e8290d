// Loads all versions of a brand that are or were active.
// params: $brandId
// returns: version
MATCH (version:ConfigVersion {brandId: $brandId})
WHERE version.activeFrom IS NOT NULL
RETURN version
