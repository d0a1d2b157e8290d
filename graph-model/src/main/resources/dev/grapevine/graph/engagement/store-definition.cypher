// Creates a definition version unless one with its number exists; returns the existing one.
// params: $definition
// returns: definition
MERGE (definition:EngagementDefinition {versionKey: $definition.versionKey})
  ON CREATE SET definition += $definition
RETURN definition
