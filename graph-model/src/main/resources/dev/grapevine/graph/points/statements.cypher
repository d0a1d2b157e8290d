// What came into each wallet and went out from one moment on and before another, and what it held then: the difference
// of two entries, the latest before the one and the latest before the other, which carry running sums.
// params: $ids, $from, $to
// returns: parentId, opening, cameIn, wentOut, closing, entries
UNWIND $ids AS parentId
OPTIONAL CALL (parentId) {
  MATCH (entry:PointsEntry {walletId: parentId})
  WHERE entry.bookedAt < $from AND entry.sequence IS NOT NULL
  RETURN entry AS before
  ORDER BY entry.walletId DESC, entry.bookedAt DESC, entry.sequence DESC
  LIMIT 1
}
OPTIONAL CALL (parentId) {
  MATCH (entry:PointsEntry {walletId: parentId})
  WHERE $from <= entry.bookedAt < $to AND entry.sequence IS NOT NULL
  RETURN entry AS last
  ORDER BY entry.walletId DESC, entry.bookedAt DESC, entry.sequence DESC
  LIMIT 1
}
WITH parentId, before, coalesce(last, before) AS last
WITH
  parentId,
  coalesce(before.balanceAfter, 0) AS opening,
  coalesce(last.balanceAfter, 0) AS closing,
  coalesce(last.cameIn, 0) - coalesce(before.cameIn, 0) AS cameIn,
  coalesce(last.sequence, 0) - coalesce(before.sequence, 0) AS entries
RETURN parentId, opening, cameIn, opening + cameIn - closing AS wentOut, closing, entries
