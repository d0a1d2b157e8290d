// Finds the version that is in force, by what all versions of the thing have in common: brandId|type|key|.
// params: $series
// returns: version
MATCH (version:ConfigVersion)
WHERE version.versionKey STARTS WITH $series AND version.state = 'PUBLISHED'
RETURN version
