// Reads one page of each brand's definition versions, earliest first.
// params: $ids, $afterTime, $afterId, $limit
// returns: parentId, definition
UNWIND $ids AS parentId
CALL (parentId) {
  MATCH (definition:EngagementDefinition {brandId: parentId})
  USING INDEX SEEK definition:EngagementDefinition(brandId, createdAt, id)
  WHERE definition.createdAt >= $afterTime
    AND [definition.createdAt, definition.id] > [$afterTime, $afterId]
    AND definition.id IS NOT NULL
  RETURN definition
  ORDER BY definition.brandId, definition.createdAt, definition.id
  LIMIT $limit
}
RETURN parentId, definition
