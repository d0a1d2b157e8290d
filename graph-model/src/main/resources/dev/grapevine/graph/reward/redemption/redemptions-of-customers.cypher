// Reads one page of each customer's redemptions, latest first.
// IS NOT NULL on each property lets the planner use the index of the history.
// params: $ids, $afterTime, $afterId, $limit
// returns: parentId, redemption
UNWIND $ids AS parentId
CALL (parentId) {
  MATCH (redemption:Redemption {customerId: parentId})
  USING INDEX SEEK redemption:Redemption(customerId, redeemedAt, id)
  WHERE redemption.redeemedAt <= $afterTime
    AND [redemption.redeemedAt, redemption.id] < [$afterTime, $afterId]
    AND redemption.id IS NOT NULL
  RETURN redemption
  ORDER BY redemption.customerId DESC, redemption.redeemedAt DESC, redemption.id DESC
  LIMIT $limit
}
RETURN parentId, redemption
