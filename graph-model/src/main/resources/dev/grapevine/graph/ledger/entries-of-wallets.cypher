// Reads a page of the entries of each wallet, latest first.
// params: $ids, $afterSort, $limit
// returns: parentId, entry
UNWIND $ids AS parentId
CALL (parentId) {
  MATCH (entry:PointsEntry {walletId: parentId})
  USING INDEX SEEK entry:PointsEntry(walletId, sequence)
  WHERE entry.sequence < $afterSort
  RETURN entry
  ORDER BY entry.walletId DESC, entry.sequence DESC
  LIMIT $limit
}
RETURN parentId, entry
