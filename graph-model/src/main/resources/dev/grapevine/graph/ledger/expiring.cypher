// Sums the points of each wallet that expire until a time, by the time of expiry, soonest first; the expiry for
// inactivity applies if it is earlier.
// params: $ids, $until
// returns: parentId, at, amount
UNWIND $ids AS parentId
MATCH (wallet:Wallet {id: parentId})
CALL (wallet) {
  MATCH (lot:OpenLot {walletId: wallet.id})
  WHERE lot.expiresAt IS NOT NULL AND lot.sequence IS NOT NULL AND lot.id IS NOT NULL
  WITH CASE WHEN wallet.inactiveExpiresAt < lot.expiresAt THEN wallet.inactiveExpiresAt ELSE lot.expiresAt END AS at, lot
  WHERE at <= $until
  RETURN at, sum(lot.remaining) AS amount
}
RETURN parentId, at, amount
ORDER BY parentId, at
