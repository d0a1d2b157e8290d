// Reads definition versions by their ids.
// params: $ids
// returns: definition
MATCH (definition:EngagementDefinition)
WHERE definition.id IN $ids
RETURN definition
