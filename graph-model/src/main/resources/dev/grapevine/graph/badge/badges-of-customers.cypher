// One page of each customer's badges, latest first; without those that were taken back, if only standing ones are wanted.
// params: $ids, $standingOnly, $afterSort, $afterId, $limit
// returns: parentId, award
UNWIND $ids AS parentId
CALL (parentId) {
  MATCH (:Customer {id: parentId})-[:EARNED]->(award:BadgeAward)
  WHERE award.awardedAt <= datetime({epochMillis: $afterSort})
    AND (award.awardedAt < datetime({epochMillis: $afterSort}) OR award.id < $afterId)
    AND (NOT $standingOnly OR award.revokedAt IS NULL)
  RETURN award
  ORDER BY award.awardedAt DESC, award.id DESC
  LIMIT $limit
}
RETURN parentId, award
