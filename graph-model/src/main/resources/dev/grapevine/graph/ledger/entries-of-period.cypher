// One page of each wallet's entries that took effect from one moment on and before another, oldest first.
// params: $ids, $from, $to, $afterSort, $limit
// returns: parentId, entry
UNWIND $ids AS parentId
CALL (parentId) {
  MATCH (entry:PointsEntry {walletId: parentId})
  WHERE $from <= entry.bookedAt < $to AND entry.sequence > $afterSort
  RETURN entry
  ORDER BY entry.bookedAt, entry.sequence
  LIMIT $limit
}
RETURN parentId, entry
