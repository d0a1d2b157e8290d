// Reads a wallet's entries, earliest first.
// params: $walletId
// returns: id, recordedAt
MATCH (entry:PointsEntry {walletId: $walletId})
WHERE entry.sequence > 0
RETURN entry.id AS id, entry.recordedAt AS recordedAt
ORDER BY entry.sequence
