// Sums up the weeks of customers of a brand by a definition version (the latest if $version is null): weighted
// activities and active days. Weeks begin on Monday, in UTC; weeks without activities are omitted. No row if there is
// no such version.
// IS NOT NULL on each property lets the planner use the index of the history.
// params: $brandId, $key, $version, $ids, $from, $until
// returns: definition, measured
CALL () {
  MATCH (definition:EngagementDefinition {brandId: $brandId, key: $key})
  WHERE definition.version IS NOT NULL AND ($version IS NULL OR definition.version = $version)
  RETURN definition
  ORDER BY definition.brandId DESC, definition.key DESC, definition.version DESC
  LIMIT 1
}
CALL (definition) {
  UNWIND range(0, size(definition.kinds) - 1) AS index
  WITH definition.kinds[index] AS kind, definition.weights[index] AS weight
  WHERE NOT EXISTS { MATCH (:ActivityKind {brandKey: $brandId + '|' + kind, isCampaignOnly: true}) }
  RETURN collect({kind: kind, weight: weight}) AS counted
}
UNWIND $ids AS customerId
CALL (customerId, counted) {
  UNWIND counted AS one
  WITH one.kind AS kind, one.weight AS weight
  MATCH (activity:Activity {customerId: customerId, kind: kind})
  WHERE $from <= activity.occurredAt < $until AND activity.id IS NOT NULL AND activity.cancelledAt IS NULL
  WITH date(activity.occurredAt) AS day, sum(weight) AS points
  WITH date.truncate('week', day) AS monday, sum(points) AS points, count(*) AS activeDays
  RETURN collect({monday: monday, points: points, activeDays: activeDays}) AS weeks
}
RETURN definition, collect({customerId: customerId, weeks: weeks}) AS measured
