// All decisions of a brand that are or were in force.
// params: $brandId
// returns: decision
MATCH (decision:ConfigVersion {brandId: $brandId})
WHERE decision.inForceFrom IS NOT NULL
RETURN decision
