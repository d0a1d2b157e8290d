// Reads one page of each customer's activities of some kinds, latest first, merged from a page of each kind.
// IS NOT NULL on each property lets the planner use the index of the history.
// params: $ids, $afterTime, $afterId, $limit, $kinds
// returns: parentId, activity
UNWIND $ids AS parentId
CALL (parentId) {
  UNWIND $kinds AS kind
  WITH DISTINCT parentId, kind
  CALL (parentId, kind) {
    MATCH (activity:Activity {customerId: parentId, kind: kind})
    USING INDEX SEEK activity:Activity(customerId, kind, occurredAt, id)
    WHERE activity.occurredAt <= $afterTime
      AND [activity.occurredAt, activity.id] < [$afterTime, $afterId]
      AND activity.id IS NOT NULL
    RETURN activity
    ORDER BY activity.customerId DESC, activity.kind DESC, activity.occurredAt DESC, activity.id DESC
    LIMIT $limit
  }
  RETURN activity
  ORDER BY activity.occurredAt DESC, activity.id DESC
  LIMIT $limit
}
RETURN parentId, activity
