// Counts the rewards of each brand.
// IS NOT NULL on each property lets the planner use the index of the catalogue.
// params: $ids
// returns: parentId, count
UNWIND $ids AS parentId
CALL (parentId) {
  MATCH (reward:Reward {brandId: parentId})
  WHERE reward.createdAt IS NOT NULL AND reward.id IS NOT NULL
  RETURN count(reward) AS count
}
RETURN parentId, count
