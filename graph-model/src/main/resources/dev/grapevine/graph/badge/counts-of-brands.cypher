// Counts the badges of each brand.
// IS NOT NULL on each property lets the planner use the index of the badges.
// params: $ids
// returns: parentId, count
UNWIND $ids AS parentId
CALL (parentId) {
  MATCH (badge:Badge {brandId: parentId})
  WHERE badge.createdAt IS NOT NULL AND badge.id IS NOT NULL
  RETURN count(badge) AS count
}
RETURN parentId, count
