// Reads a page of the entries of each wallet that took effect in a period, from inclusive to exclusive, oldest first.
// params: $ids, $from, $until, $afterSort, $limit
// returns: parentId, entry
UNWIND $ids AS parentId
CALL (parentId) {
  MATCH (entry:PointsEntry {walletId: parentId})
  WHERE $from <= entry.bookedAt < $until AND entry.sequence > $afterSort
  RETURN entry
  ORDER BY entry.bookedAt, entry.sequence
  LIMIT $limit
}
RETURN parentId, entry
