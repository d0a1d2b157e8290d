// Reads a page of the entries of each wallet that were booked in a period, from inclusive to exclusive, oldest first.
// params: $ids, $from, $until, $afterSort, $afterId, $limit
// returns: parentId, entry
UNWIND $ids AS parentId
OPTIONAL MATCH (before:PointsEntry {id: $afterId, walletId: parentId})
CALL (parentId, before) {
  MATCH (entry:PointsEntry {walletId: parentId})
  USING INDEX SEEK entry:PointsEntry(walletId, bookedAt, sequence)
  WHERE coalesce(before.bookedAt, $from) <= entry.bookedAt < $until AND entry.sequence > $afterSort
  RETURN entry
  ORDER BY entry.walletId, entry.bookedAt, entry.sequence
  LIMIT $limit
}
RETURN parentId, entry
