// One page of each customer's badges, latest first.
// params: $ids, $afterSort, $afterId, $limit
// returns: parentId, award
UNWIND $ids AS parentId
CALL (parentId) {
  MATCH (:Customer {id: parentId})-[:EARNED]->(award:BadgeAward)
  WHERE award.awardedAt <= datetime({epochMillis: $afterSort})
    AND (award.awardedAt < datetime({epochMillis: $afterSort}) OR award.id < $afterId)
  RETURN award
  ORDER BY award.awardedAt DESC, award.id DESC
  LIMIT $limit
}
RETURN parentId, award
