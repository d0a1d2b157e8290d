// Reads one page of each brand's definition versions, earliest first.
// params: $ids, $afterSort, $afterId, $limit
// returns: parentId, definition
UNWIND $ids AS parentId
CALL (parentId) {
  MATCH (definition:EngagementDefinition {brandId: parentId})
  WHERE definition.definedAt >= datetime({epochMillis: $afterSort})
    AND (definition.definedAt > datetime({epochMillis: $afterSort}) OR definition.id > $afterId)
    AND definition.id IS NOT NULL
  RETURN definition
  ORDER BY definition.definedAt, definition.id
  LIMIT $limit
}
RETURN parentId, definition
