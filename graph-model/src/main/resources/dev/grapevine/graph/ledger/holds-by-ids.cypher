// Reads holds by their ids.
// params: $ids
// returns: hold
MATCH (hold:Hold)
WHERE hold.id IN $ids
RETURN hold
