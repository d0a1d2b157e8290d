// Number of activity kinds of each brand.
// The index is used only by a statement that asks for each of its properties, hence IS NOT NULL.
// params: $ids
// returns: parentId, count
UNWIND $ids AS parentId
CALL (parentId) {
  MATCH (kind:ActivityKind {brandId: parentId})
  WHERE kind.definedAt IS NOT NULL AND kind.id IS NOT NULL
  RETURN count(kind) AS count
}
RETURN parentId, count
