// One page of each brand's kinds of activities, earliest first.
// The index of the kinds is used only by a statement that asks for each of its properties, hence IS NOT NULL.
// params: $ids, $afterSort, $afterId, $limit
// returns: parentId, kind
UNWIND $ids AS parentId
CALL (parentId) {
  MATCH (kind:ActivityKind {brandId: parentId})
  WHERE kind.definedAt >= datetime({epochMillis: $afterSort})
    AND (kind.definedAt > datetime({epochMillis: $afterSort}) OR kind.id > $afterId)
    AND kind.id IS NOT NULL
  RETURN kind
  ORDER BY kind.definedAt, kind.id
  LIMIT $limit
}
RETURN parentId, kind
