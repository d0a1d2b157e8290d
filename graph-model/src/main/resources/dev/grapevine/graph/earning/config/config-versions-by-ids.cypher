// Finds decisions by their ids.
// params: $ids
// returns: decision
MATCH (decision:ConfigVersion)
WHERE decision.id IN $ids
RETURN decision
