// Reads a part of the tallies of a kind of activity, in the order of their keys.
// params: $brandId, $kind, $after, $limit
// returns: key, customerId, count
MATCH (tally:ActivityTally {brandId: $brandId, kind: $kind})
WHERE tally.key > $after
RETURN tally.key AS key, tally.customerId AS customerId, tally.count AS count
ORDER BY key
LIMIT $limit
