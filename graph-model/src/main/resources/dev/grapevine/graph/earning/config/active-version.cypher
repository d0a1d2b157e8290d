// Loads the active version of a key. $series is the common prefix of its version keys: brandId|type|key|.
// params: $series
// returns: version
MATCH (version:ConfigVersion)
WHERE version.versionKey STARTS WITH $series AND version.state = 'PUBLISHED'
RETURN version
