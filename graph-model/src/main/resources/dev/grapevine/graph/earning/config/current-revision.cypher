// Reads the number of the current configuration revision of a brand; no row for a brand without earning configuration.
// params: $brandId
// returns: revision
MATCH (config:EarningConfig {brandId: $brandId})
RETURN config.revision AS revision
