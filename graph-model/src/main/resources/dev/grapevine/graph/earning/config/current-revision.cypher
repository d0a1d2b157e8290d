// The number of a brand's latest revision.
// params: $brandId
// returns: revision
MATCH (config:EarningConfig {brandId: $brandId})
RETURN config.revision AS revision
