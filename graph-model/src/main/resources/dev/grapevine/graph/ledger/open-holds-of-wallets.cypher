// Reads a page of the open holds of each wallet, the next to expire first.
// params: $ids, $afterSort, $afterId, $limit
// returns: parentId, hold
UNWIND $ids AS parentId
CALL (parentId) {
  MATCH (hold:OpenHold {walletId: parentId})
  USING INDEX SEEK hold:OpenHold(walletId, expiresAt, id)
  WHERE hold.expiresAt >= datetime({epochMillis: $afterSort})
    AND [hold.expiresAt, hold.id] > [datetime({epochMillis: $afterSort}), $afterId]
    AND hold.id IS NOT NULL
  RETURN hold
  ORDER BY hold.walletId, hold.expiresAt, hold.id
  LIMIT $limit
}
RETURN parentId, hold
