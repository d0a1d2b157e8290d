// Sums the available, pending and held points of wallets in a currency, by the day on which they were earned or
// booked, without expired lots whose expiry is not written yet.
// params: $walletIds, $currency, $now, $isEffective
// returns: day, amount, lots
UNWIND $walletIds AS walletId
MATCH (wallet:Wallet {id: walletId})
WHERE wallet.currency = $currency
CALL (walletId, wallet) {
  MATCH (lot:OpenLot {walletId: walletId})
  WHERE lot.expiresAt > $now AND lot.sequence IS NOT NULL
    AND (wallet.inactiveExpiresAt IS NULL OR wallet.inactiveExpiresAt > $now)
  RETURN lot, lot.remaining AS amount
  UNION ALL
  MATCH (lot:PendingLot {walletId: walletId})
  WHERE lot.expiresAt > $now
  RETURN lot, lot.remaining AS amount
  UNION ALL
  MATCH (hold:OpenHold {walletId: walletId})
  WHERE hold.expiresAt IS NOT NULL AND hold.id IS NOT NULL
  MATCH (:PointsEntry {id: hold.entryId})-[drawn:HELD]->(lot)
  RETURN lot, drawn.amount AS amount
}
RETURN date(CASE WHEN $isEffective THEN coalesce(lot.effectiveAt, lot.bookedAt) ELSE lot.bookedAt END) AS day, sum(amount) AS amount, count(*) AS lots
