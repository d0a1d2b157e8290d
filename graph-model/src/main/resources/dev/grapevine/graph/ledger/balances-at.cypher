// Reads the balance of each wallet at a time: the balance after the latest entry that had taken effect by then.
// params: $ids, $at
// returns: parentId, balance
UNWIND $ids AS parentId
CALL (parentId) {
  MATCH (entry:PointsEntry {walletId: parentId})
  USING INDEX SEEK entry:PointsEntry(walletId, bookedAt, sequence)
  WHERE entry.bookedAt <= $at AND entry.sequence IS NOT NULL
  RETURN entry
  ORDER BY entry.walletId DESC, entry.bookedAt DESC, entry.sequence DESC
  LIMIT 1
}
RETURN parentId, entry.balanceAfter AS balance
