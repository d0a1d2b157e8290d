// Reads a page of the entries of each wallet, latest first.
// params: $ids, $afterSort, $afterTime, $afterId, $limit
// returns: parentId, entry
UNWIND $ids AS parentId
OPTIONAL MATCH (after:PointsEntry {id: $afterId, walletId: parentId})
CALL (parentId, after) {
  MATCH (entry:PointsEntry {walletId: parentId})
  USING INDEX SEEK entry:PointsEntry(walletId, bookedAt, sequence)
  WHERE entry.bookedAt <= coalesce(after.bookedAt, $afterTime) AND entry.sequence < $afterSort
  RETURN entry
  ORDER BY entry.walletId DESC, entry.bookedAt DESC, entry.sequence DESC
  LIMIT $limit
}
RETURN parentId, entry
