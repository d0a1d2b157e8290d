// Counts the activities of a brand's customers in a time range, of the kinds of a definition version (the latest if
// $version is null): by day, by kind, and the latest time of occurrence. Cancelled activities and campaign-only kinds
// do not count. No row if there is no such version.
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
  UNWIND definition.kinds AS kind
  WITH kind
  WHERE NOT EXISTS { MATCH (:ActivityKind {brandKey: $brandId + '|' + kind, isCampaignOnly: true}) }
  RETURN collect(kind) AS counted
}
UNWIND $ids AS customerId
CALL (customerId, counted) {
  UNWIND counted AS kind
  MATCH (activity:Activity {customerId: customerId, kind: kind})
  WHERE $from <= activity.occurredAt < $until AND activity.id IS NOT NULL AND activity.cancelledAt IS NULL
  WITH
    kind, count(*) AS count, sum(activity.quantity) AS quantity,
    max(activity.occurredAt) AS lastAt, collect(DISTINCT date(activity.occurredAt)) AS days
  ORDER BY count DESC, kind
  RETURN
    collect({kind: kind, count: count, quantity: quantity}) AS byKind,
    max(lastAt) AS lastActiveAt, collect(days) AS daysOfKinds
}
CALL (daysOfKinds) {
  UNWIND daysOfKinds AS days
  UNWIND days AS day
  RETURN count(DISTINCT day) AS activeDays
}
RETURN
  definition,
  collect({customerId: customerId, activeDays: activeDays, lastActiveAt: lastActiveAt, byKind: byKind}) AS measured
