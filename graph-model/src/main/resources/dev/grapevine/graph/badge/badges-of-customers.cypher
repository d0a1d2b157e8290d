// Reads one page of each customer's badge awards, latest first; with $activeOnly without revoked ones.
// IS NOT NULL on each property lets the planner use the index of the history.
// params: $ids, $activeOnly, $afterTime, $afterId, $limit
// returns: parentId, award
UNWIND $ids AS parentId
CALL (parentId) {
  MATCH (award:BadgeAward {customerId: parentId})
  USING INDEX SEEK award:BadgeAward(customerId, awardedAt, id)
  WHERE award.awardedAt <= $afterTime
    AND [award.awardedAt, award.id] < [$afterTime, $afterId]
    AND award.id IS NOT NULL AND (NOT $activeOnly OR award.revokedAt IS NULL)
  RETURN award
  ORDER BY award.customerId DESC, award.awardedAt DESC, award.id DESC
  LIMIT $limit
}
RETURN parentId, award
