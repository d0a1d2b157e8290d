// Reads a page of the open holds of each wallet, the next to expire first.
// params: $ids, $afterTime, $afterId, $limit
// returns: parentId, hold
UNWIND $ids AS parentId
CALL (parentId) {
  MATCH (hold:OpenHold {walletId: parentId})
  USING INDEX SEEK hold:OpenHold(walletId, expiresAt, id)
  WHERE hold.expiresAt >= $afterTime
    AND [hold.expiresAt, hold.id] > [$afterTime, $afterId]
    AND hold.id IS NOT NULL
  RETURN hold
  ORDER BY hold.walletId, hold.expiresAt, hold.id
  LIMIT $limit
}
RETURN parentId, hold
