// Reads the hash of the entry before an entry of a wallet.
// params: $walletId, $bookedAt, $sequence
// returns: hash
MATCH (entry:PointsEntry {walletId: $walletId})
USING INDEX SEEK entry:PointsEntry(walletId, bookedAt, sequence)
WHERE entry.bookedAt <= $bookedAt AND entry.sequence < $sequence
RETURN entry.hash AS hash
ORDER BY entry.walletId DESC, entry.bookedAt DESC, entry.sequence DESC
LIMIT 1
