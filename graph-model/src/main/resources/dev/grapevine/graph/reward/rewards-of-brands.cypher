// Reads one page of each brand's rewards, earliest first.
// IS NOT NULL on each property lets the planner use the index of the catalogue.
// params: $ids, $afterTime, $afterId, $limit
// returns: parentId, reward
UNWIND $ids AS parentId
CALL (parentId) {
  MATCH (reward:Reward {brandId: parentId})
  USING INDEX SEEK reward:Reward(brandId, createdAt, id)
  WHERE reward.createdAt >= $afterTime
    AND [reward.createdAt, reward.id] > [$afterTime, $afterId]
    AND reward.id IS NOT NULL
  RETURN reward
  ORDER BY reward.brandId, reward.createdAt, reward.id
  LIMIT $limit
}
RETURN parentId, reward
