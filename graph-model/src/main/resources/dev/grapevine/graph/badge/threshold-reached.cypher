// Finds a part of the customers who have done a kind of activity often enough, in the order of the tallies' keys.
// params: $brandId, $kind, $threshold, $after, $limit
// returns: key, customerId, count
MATCH (tally:ActivityTally {brandId: $brandId, kind: $kind})
WHERE tally.key > $after AND tally.count >= $threshold
RETURN tally.key AS key, tally.customerId AS customerId, tally.count AS count
ORDER BY key
LIMIT $limit
