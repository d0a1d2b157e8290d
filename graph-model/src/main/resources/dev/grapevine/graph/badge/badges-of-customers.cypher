// Reads one page of each customer's badge awards, latest first; with $activeOnly without revoked ones.
// params: $ids, $activeOnly, $afterSort, $afterId, $limit
// returns: parentId, award
UNWIND $ids AS parentId
CALL (parentId) {
  MATCH (:Customer {id: parentId})-[:EARNED]->(award:BadgeAward)
  WHERE award.awardedAt <= datetime({epochMillis: $afterSort})
    AND (award.awardedAt < datetime({epochMillis: $afterSort}) OR award.id < $afterId)
    AND (NOT $activeOnly OR award.revokedAt IS NULL)
  RETURN award
  ORDER BY award.awardedAt DESC, award.id DESC
  LIMIT $limit
}
RETURN parentId, award
