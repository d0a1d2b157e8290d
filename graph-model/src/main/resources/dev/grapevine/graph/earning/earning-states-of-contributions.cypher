// Loads the stored counters of contributions by their keys: customerId|contributionId.
// params: $keys
// returns: snapshot
MATCH (snapshot:EarningSnapshot)
WHERE snapshot.key IN $keys
RETURN snapshot
