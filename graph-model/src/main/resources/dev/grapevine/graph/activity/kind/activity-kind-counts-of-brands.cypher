// Counts the activity kinds of each brand.
// IS NOT NULL on each property lets the planner use the index of the kinds.
// params: $ids
// returns: parentId, count
UNWIND $ids AS parentId
CALL (parentId) {
  MATCH (kind:ActivityKind {brandId: parentId})
  WHERE kind.createdAt IS NOT NULL AND kind.id IS NOT NULL
  RETURN count(kind) AS count
}
RETURN parentId, count
