// Reads one page of each brand's activity kinds, earliest first.
// IS NOT NULL on each property lets the planner use the index of the kinds.
// params: $ids, $afterSort, $afterId, $limit
// returns: parentId, kind
UNWIND $ids AS parentId
CALL (parentId) {
  MATCH (kind:ActivityKind {brandId: parentId})
  WHERE kind.createdAt >= datetime({epochMillis: $afterSort})
    AND (kind.createdAt > datetime({epochMillis: $afterSort}) OR kind.id > $afterId)
    AND kind.id IS NOT NULL
  RETURN kind
  ORDER BY kind.createdAt, kind.id
  LIMIT $limit
}
RETURN parentId, kind
