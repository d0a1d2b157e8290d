// Reads one page of each customer's activities, latest first.
// IS NOT NULL on each property lets the planner use the index of the history.
// params: $ids, $afterTime, $afterId, $limit
// returns: parentId, activity
UNWIND $ids AS parentId
CALL (parentId) {
  MATCH (activity:Activity {customerId: parentId})
  USING INDEX SEEK activity:Activity(customerId, occurredAt, id)
  WHERE activity.occurredAt <= $afterTime
    AND [activity.occurredAt, activity.id] < [$afterTime, $afterId]
    AND activity.id IS NOT NULL
  RETURN activity
  ORDER BY activity.customerId DESC, activity.occurredAt DESC, activity.id DESC
  LIMIT $limit
}
RETURN parentId, activity
