// A part of the customers who have done a kind of activity, in the order of the keys of their tallies.
// params: $brandId, $kind, $after, $limit
// returns: key, customerId
MATCH (tally:ActivityTally {brandId: $brandId, kind: $kind})
WHERE tally.key > $after
RETURN tally.key AS key, tally.customerId AS customerId
ORDER BY key
LIMIT $limit
