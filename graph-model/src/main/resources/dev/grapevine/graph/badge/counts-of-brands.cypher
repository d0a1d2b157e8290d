// Number of badges of each brand.
// The index is used only by a statement that asks for each of its properties, hence IS NOT NULL.
// params: $ids
// returns: parentId, count
UNWIND $ids AS parentId
CALL (parentId) {
  MATCH (badge:Badge {brandId: parentId})
  WHERE badge.definedAt IS NOT NULL AND badge.id IS NOT NULL
  RETURN count(badge) AS count
}
RETURN parentId, count
