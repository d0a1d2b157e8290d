// Number of definition versions of each brand.
// The index is used only by a statement that asks for each of its properties, hence IS NOT NULL.
// params: $ids
// returns: parentId, count
UNWIND $ids AS parentId
CALL (parentId) {
  MATCH (definition:EngagementDefinition {brandId: parentId})
  WHERE definition.definedAt IS NOT NULL AND definition.id IS NOT NULL
  RETURN count(definition) AS count
}
RETURN parentId, count
