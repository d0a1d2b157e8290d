// Sums the points of each wallet that expire until a time, by the time of expiry, soonest first; the expiry for
// inactivity applies if it is earlier.
// params: $ids, $until, $never
// returns: parentId, at, amount
UNWIND $ids AS parentId
MATCH (wallet:Wallet {id: parentId})
WITH wallet, CASE WHEN wallet.inactiveExpiresAt <= $until THEN $never ELSE $until END AS latest
CALL (wallet, latest) {
  MATCH (lot:OpenLot {walletId: wallet.id})
  USING INDEX SEEK lot:OpenLot(walletId, expiresAt, sequence)
  WHERE lot.expiresAt <= latest AND lot.sequence IS NOT NULL
  WITH CASE WHEN wallet.inactiveExpiresAt < lot.expiresAt THEN wallet.inactiveExpiresAt ELSE lot.expiresAt END AS at, lot
  RETURN at, sum(lot.remaining) AS amount
}
RETURN wallet.id AS parentId, at, amount
ORDER BY parentId, at
