// What is kept of how far customers have come with contributions.
// params: $keys
// returns: snapshot
MATCH (snapshot:EarningSnapshot)
WHERE snapshot.key IN $keys
RETURN snapshot
