// Reads the statement of each wallet for a period, from inclusive to exclusive, as the difference of two entries, which
// carry running sums: the latest before the end and the latest before the start of the period.
// params: $ids, $from, $until
// returns: parentId, opening, totalCredited, totalDebited, closing, entries
UNWIND $ids AS parentId
OPTIONAL CALL (parentId) {
  MATCH (entry:PointsEntry {walletId: parentId})
  USING INDEX SEEK entry:PointsEntry(walletId, bookedAt, sequence)
  WHERE entry.bookedAt < $from AND entry.sequence IS NOT NULL
  RETURN entry AS before
  ORDER BY entry.walletId DESC, entry.bookedAt DESC, entry.sequence DESC
  LIMIT 1
}
OPTIONAL CALL (parentId) {
  MATCH (entry:PointsEntry {walletId: parentId})
  USING INDEX SEEK entry:PointsEntry(walletId, bookedAt, sequence)
  WHERE $from <= entry.bookedAt < $until AND entry.sequence IS NOT NULL
  RETURN entry AS last
  ORDER BY entry.walletId DESC, entry.bookedAt DESC, entry.sequence DESC
  LIMIT 1
}
WITH parentId, before, coalesce(last, before) AS last
WITH
  parentId,
  coalesce(before.balanceAfter, 0) AS opening,
  coalesce(last.balanceAfter, 0) AS closing,
  coalesce(last.totalCredited, 0) - coalesce(before.totalCredited, 0) AS totalCredited,
  coalesce(last.sequence, 0) - coalesce(before.sequence, 0) AS entries
RETURN parentId, opening, totalCredited, opening + totalCredited - closing AS totalDebited, closing, entries
