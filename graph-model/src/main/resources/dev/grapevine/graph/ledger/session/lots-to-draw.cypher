// Reads the first open lots of each wallet in the order in which debits draw from them: soonest expiry, then oldest.
// params: $walletIds, $limit
// returns: lot
UNWIND $walletIds AS walletId
CALL (walletId) {
  MATCH (lot:OpenLot {walletId: walletId})
  USING INDEX SEEK lot:OpenLot(walletId, expiresAt, sequence)
  WHERE lot.expiresAt IS NOT NULL AND lot.sequence IS NOT NULL
  RETURN lot
  ORDER BY lot.walletId, lot.expiresAt, lot.sequence, lot.id
  LIMIT $limit
}
RETURN lot
