// Calculates the balance of a wallet at a time as the sum of its entries.
// The predicate on sequence lets the planner use the index on wallet and sequence.
// params: $walletId, $at
// returns: balance
MATCH (entry:PointsEntry {walletId: $walletId})
WHERE entry.sequence > 0 AND entry.recordedAt <= $at
RETURN sum(CASE WHEN entry.credit = $walletId THEN entry.amount ELSE -entry.amount END) AS balance
