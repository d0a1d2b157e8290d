// All versions of a brand that are or were in force.
// params: $brandId
// returns: version
MATCH (version:ConfigVersion {brandId: $brandId})
WHERE version.activeFrom IS NOT NULL
RETURN version
