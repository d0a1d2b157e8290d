// Counts what customers of a brand did in a window of time: days, kinds, and the latest moment. What was withdrawn and
// kinds that belong to campaigns do not count.
// The index of the history is used only by a statement that asks for each of its properties, hence IS NOT NULL.
// params: $brandId, $ids, $from, $to
// returns: customerId, activeDays, lastActiveAt, byKind
UNWIND $ids AS customerId
CALL (customerId) {
  MATCH (activity:Activity {customerId: customerId})
  WHERE $from <= activity.occurredAt < $to AND activity.id IS NOT NULL AND activity.withdrawnAt IS NULL
  WITH
    activity.kind AS kind, count(*) AS count, sum(activity.quantity) AS quantity,
    max(activity.occurredAt) AS lastAt, collect(DISTINCT date(activity.occurredAt)) AS days
  WHERE NOT EXISTS { MATCH (:ActivityKind {key: $brandId + '|' + kind, isCampaignOnly: true}) }
  WITH * ORDER BY count DESC, kind
  RETURN
    collect({kind: kind, count: count, quantity: quantity}) AS byKind,
    max(lastAt) AS lastActiveAt, collect(days) AS daysOfKinds
}
CALL (daysOfKinds) {
  UNWIND daysOfKinds AS days
  UNWIND days AS day
  RETURN count(DISTINCT day) AS activeDays
}
RETURN customerId, activeDays, lastActiveAt, byKind
