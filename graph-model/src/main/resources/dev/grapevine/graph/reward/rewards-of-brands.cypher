// One page of each brand's rewards, earliest first.
// The index of the catalogue is used only by a statement that asks for each of its properties, hence IS NOT NULL.
// params: $ids, $afterSort, $afterId, $limit
// returns: parentId, reward
UNWIND $ids AS parentId
CALL (parentId) {
  MATCH (reward:Reward {brandId: parentId})
  WHERE reward.definedAt >= datetime({epochMillis: $afterSort})
    AND (reward.definedAt > datetime({epochMillis: $afterSort}) OR reward.id > $afterId)
    AND reward.id IS NOT NULL
  RETURN reward
  ORDER BY reward.definedAt, reward.id
  LIMIT $limit
}
RETURN parentId, reward
