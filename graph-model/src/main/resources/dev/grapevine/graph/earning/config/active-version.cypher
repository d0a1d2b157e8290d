// Finds the version that is in force, by what all versions of the thing have in common: brandId|type|key|.
// params: $series
// returns: decision
MATCH (decision:ConfigVersion)
WHERE decision.versionKey STARTS WITH $series AND decision.state = 'PUBLISHED'
RETURN decision
