// Finds versions by their ids.
// params: $ids
// returns: version
MATCH (version:ConfigVersion)
WHERE version.id IN $ids
RETURN version
