// Counts the definition versions of each brand.
// IS NOT NULL on each property lets the planner use the index.
// params: $ids
// returns: parentId, count
UNWIND $ids AS parentId
CALL (parentId) {
  MATCH (definition:EngagementDefinition {brandId: parentId})
  WHERE definition.createdAt IS NOT NULL AND definition.id IS NOT NULL
  RETURN count(definition) AS count
}
RETURN parentId, count
