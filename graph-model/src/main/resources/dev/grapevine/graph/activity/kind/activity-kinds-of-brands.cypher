// Reads one page of each brand's activity kinds, earliest first.
// IS NOT NULL on each property lets the planner use the index of the kinds.
// params: $ids, $afterTime, $afterId, $limit
// returns: parentId, kind
UNWIND $ids AS parentId
CALL (parentId) {
  MATCH (kind:ActivityKind {brandId: parentId})
  USING INDEX SEEK kind:ActivityKind(brandId, createdAt, id)
  WHERE kind.createdAt >= $afterTime
    AND [kind.createdAt, kind.id] > [$afterTime, $afterId]
    AND kind.id IS NOT NULL
  RETURN kind
  ORDER BY kind.brandId, kind.createdAt, kind.id
  LIMIT $limit
}
RETURN parentId, kind
