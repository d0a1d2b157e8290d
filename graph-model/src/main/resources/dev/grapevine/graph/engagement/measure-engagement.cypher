// Counts what customers did in a window of time: days, kinds, and the latest moment.
// params: $ids, $from, $to
// returns: customerId, activeDays, lastActiveAt, byKind
UNWIND $ids AS customerId
CALL (customerId) {
  MATCH (activity:Activity {customerId: customerId})
  WHERE $from <= activity.occurredAt < $to
  RETURN count(DISTINCT date(activity.occurredAt)) AS activeDays, max(activity.occurredAt) AS lastActiveAt
}
CALL (customerId) {
  MATCH (activity:Activity {customerId: customerId})
  WHERE $from <= activity.occurredAt < $to
  WITH activity.kind AS kind, count(*) AS count, sum(activity.quantity) AS quantity
  ORDER BY count DESC, kind
  RETURN collect({kind: kind, count: count, quantity: quantity}) AS byKind
}
RETURN customerId, activeDays, lastActiveAt, byKind
