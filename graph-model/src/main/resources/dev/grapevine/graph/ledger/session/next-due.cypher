// Reads the time of the next due event of each wallet after now.
// params: $walletIds, $now, $never
// returns: walletId, at
UNWIND $walletIds AS walletId
CALL (walletId) {
  CALL (walletId) {
    MATCH (lot:OpenLot {walletId: walletId})
    USING INDEX SEEK lot:OpenLot(walletId, expiresAt, sequence)
    WHERE $now < lot.expiresAt < $never AND lot.sequence IS NOT NULL
    RETURN lot.expiresAt AS at ORDER BY lot.walletId, lot.expiresAt LIMIT 1
    UNION ALL
    MATCH (lot:PendingLot {walletId: walletId})
    USING INDEX SEEK lot:PendingLot(walletId, availableAt)
    WHERE lot.availableAt > $now
    RETURN lot.availableAt AS at ORDER BY lot.walletId, lot.availableAt LIMIT 1
    UNION ALL
    MATCH (hold:OpenHold {walletId: walletId})
    USING INDEX SEEK hold:OpenHold(walletId, expiresAt, id)
    WHERE hold.expiresAt > $now AND hold.id IS NOT NULL
    RETURN hold.expiresAt AS at ORDER BY hold.walletId, hold.expiresAt LIMIT 1
  }
  RETURN min(at) AS at
}
WITH walletId, at WHERE at IS NOT NULL
RETURN walletId, at
