// What came into each wallet and went out from one moment on and before another, and what it held then.
// params: $ids, $from, $to
// returns: parentId, opening, cameIn, wentOut, closing, entries
UNWIND $ids AS parentId
CALL (parentId) {
  MATCH (entry:PointsEntry {walletId: parentId})
  WHERE entry.bookedAt < $from AND entry.sequence IS NOT NULL
  RETURN entry.balanceAfter AS balance
  ORDER BY entry.walletId DESC, entry.bookedAt DESC, entry.sequence DESC
  LIMIT 1
  UNION ALL
  RETURN 0 AS balance
}
WITH parentId, collect(balance)[0] AS opening
CALL (parentId) {
  MATCH (entry:PointsEntry {walletId: parentId})
  WHERE $from <= entry.bookedAt < $to AND entry.sequence IS NOT NULL
  RETURN
    sum(CASE WHEN entry.credit = parentId THEN entry.amount ELSE 0 END) AS cameIn,
    sum(CASE WHEN entry.debit = parentId THEN entry.amount ELSE 0 END) AS wentOut,
    count(*) AS entries
}
RETURN parentId, opening, cameIn, wentOut, opening + cameIn - wentOut AS closing, entries
