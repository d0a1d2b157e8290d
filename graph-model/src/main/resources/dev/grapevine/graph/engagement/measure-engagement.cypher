// Counts what customers did in a window of time: days, kinds, and the latest moment.
// The index of the history is used only by a statement that asks for each of its properties, hence IS NOT NULL.
// params: $ids, $from, $to
// returns: customerId, activeDays, lastActiveAt, byKind
UNWIND $ids AS customerId
CALL (customerId) {
  MATCH (activity:Activity {customerId: customerId})
  WHERE $from <= activity.occurredAt < $to AND activity.id IS NOT NULL
  RETURN count(DISTINCT date(activity.occurredAt)) AS activeDays, max(activity.occurredAt) AS lastActiveAt
}
CALL (customerId) {
  MATCH (activity:Activity {customerId: customerId})
  WHERE $from <= activity.occurredAt < $to AND activity.id IS NOT NULL
  WITH activity.kind AS kind, count(*) AS count, sum(activity.quantity) AS quantity
  ORDER BY count DESC, kind
  RETURN collect({kind: kind, count: count, quantity: quantity}) AS byKind
}
RETURN customerId, activeDays, lastActiveAt, byKind
