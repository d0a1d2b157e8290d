// Finds decisions by their ids.
// params: $ids
// returns: decision
MATCH (decision:Decision)
WHERE decision.id IN $ids
RETURN decision
