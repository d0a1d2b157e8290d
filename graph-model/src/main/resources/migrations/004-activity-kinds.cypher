// What kinds of activities a brand knows. Activities that were recorded before get what later ones have from the start.
CREATE CONSTRAINT activity_kind_id_unique IF NOT EXISTS FOR (n:ActivityKind) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT activity_kind_key_unique IF NOT EXISTS FOR (n:ActivityKind) REQUIRE n.key IS UNIQUE;
CREATE INDEX activity_kind_brand IF NOT EXISTS FOR (n:ActivityKind) ON (n.brandId);
CREATE INDEX activity_kind_history IF NOT EXISTS FOR (n:ActivityKind) ON (n.brandId, n.definedAt, n.id);

MATCH (activity:Activity)
WHERE activity.sortKey IS NULL
CALL (activity) {
  OPTIONAL MATCH (activity)-[:ABOUT]->(subject)
  WITH activity, subject,
    EXISTS {
      (subject)-[:REPLIES_TO]->(original)
      WHERE original.customerId = activity.customerId AND subject.customerId = activity.customerId
    } AS answersOwn
  SET activity.sortKey = coalesce(activity.externalId, substring(activity.key, size('own|'))) + ' ' + activity.kind,
      activity.subjectKind = subject.kind, activity.answersOwn = answersOwn
} IN TRANSACTIONS OF 10000 ROWS;
