// Reads one page of each brand's definition versions, earliest first.
// params: $ids, $afterSort, $afterId, $limit
// returns: parentId, definition
UNWIND $ids AS parentId
CALL (parentId) {
  MATCH (definition:EngagementDefinition {brandId: parentId})
  WHERE definition.createdAt >= datetime({epochMillis: $afterSort})
    AND (definition.createdAt > datetime({epochMillis: $afterSort}) OR definition.id > $afterId)
    AND definition.id IS NOT NULL
  RETURN definition
  ORDER BY definition.createdAt, definition.id
  LIMIT $limit
}
RETURN parentId, definition
