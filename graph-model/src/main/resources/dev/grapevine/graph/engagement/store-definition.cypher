// Stores a version of a definition, unless there is one of that number; answers the one that is there then.
// params: $definition
// returns: definition
MERGE (definition:EngagementDefinition {versionKey: $definition.versionKey})
  ON CREATE SET definition += $definition
RETURN definition
