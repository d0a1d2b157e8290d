// Versions of what counts as engagement, and how a brand's activities of some kinds in a week are found. Kinds of activity
// are looked up by their key: those of campaigns do not count.
CREATE CONSTRAINT engagement_definition_id_unique IF NOT EXISTS FOR (n:EngagementDefinition) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT engagement_definition_version_unique IF NOT EXISTS FOR (n:EngagementDefinition) REQUIRE n.versionKey IS UNIQUE;
CREATE INDEX engagement_definition_versions IF NOT EXISTS FOR (n:EngagementDefinition) ON (n.brandId, n.key, n.version);
CREATE INDEX engagement_definition_history IF NOT EXISTS FOR (n:EngagementDefinition) ON (n.brandId, n.definedAt, n.id);

CREATE INDEX activity_of_brand IF NOT EXISTS FOR (n:Activity) ON (n.brandId, n.kind, n.occurredAt, n.customerId);
