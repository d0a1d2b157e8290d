// Number of rewards of each brand.
// The index is used only by a statement that asks for each of its properties, hence IS NOT NULL.
// params: $ids
// returns: parentId, count
UNWIND $ids AS parentId
CALL (parentId) {
  MATCH (reward:Reward {brandId: parentId})
  WHERE reward.definedAt IS NOT NULL AND reward.id IS NOT NULL
  RETURN count(reward) AS count
}
RETURN parentId, count
