// Reads the due events of each wallet, soonest first: lots to unlock or expire, and holds to expire with the lots that
// they drew from. A row names the wallet, the time until which lots have expired (the end of time if all have expired
// for inactivity), and the time of the expiry for inactivity.
// params: $rows, $now, $limit
// returns: walletId, at, hold, parts
UNWIND $rows AS row
CALL (row) {
  CALL (row) {
    MATCH (lot:OpenLot {walletId: row.walletId})
    WHERE lot.expiresAt <= row.until AND lot.sequence IS NOT NULL
    RETURN
      CASE WHEN row.inactiveExpiresAt < lot.expiresAt THEN row.inactiveExpiresAt ELSE lot.expiresAt END AS at, null AS hold,
      [{lot: lot, isPending: false, amount: lot.remaining}] AS parts
    ORDER BY lot.expiresAt LIMIT $limit
    UNION ALL
    MATCH (lot:PendingLot {walletId: row.walletId})
    WHERE lot.availableAt <= $now
    RETURN lot.availableAt AS at, null AS hold, [{lot: lot, isPending: true, amount: lot.remaining}] AS parts
    ORDER BY at LIMIT $limit
    UNION ALL
    MATCH (hold:OpenHold {walletId: row.walletId})
    WHERE hold.expiresAt <= $now AND hold.id IS NOT NULL
    MATCH (:PointsEntry {id: hold.entryId})-[drawn:HELD]->(lot)
    RETURN hold.expiresAt AS at, hold, collect({lot: lot, isPending: false, amount: drawn.amount}) AS parts
    ORDER BY at LIMIT $limit
  }
  RETURN at, hold, parts
  ORDER BY at LIMIT $limit
}
RETURN row.walletId AS walletId, at, hold, parts
