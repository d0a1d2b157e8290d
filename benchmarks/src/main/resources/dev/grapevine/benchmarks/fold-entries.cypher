// What a wallet held at a time, by adding up its entries: how one would do it who keeps nothing but entries.
// The index on wallet and sequence serves only those who ask for a sequence as well.
// params: $walletId, $at
// returns: balance
MATCH (entry:PointsEntry {walletId: $walletId})
WHERE entry.sequence > 0 AND entry.recordedAt <= $at
RETURN sum(CASE WHEN entry.credit = $walletId THEN entry.amount ELSE -entry.amount END) AS balance
