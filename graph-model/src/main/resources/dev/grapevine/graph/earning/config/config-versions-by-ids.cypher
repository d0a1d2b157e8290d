// Loads versions by id.
// params: $ids
// returns: version
MATCH (version:ConfigVersion)
WHERE version.id IN $ids
RETURN version
