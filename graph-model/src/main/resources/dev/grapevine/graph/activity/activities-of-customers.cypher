// Reads one page of each customer's activities, latest first.
// IS NOT NULL on each property lets the planner use the index of the history.
// params: $ids, $afterSort, $afterId, $limit
// returns: parentId, activity
UNWIND $ids AS parentId
CALL (parentId) {
  MATCH (activity:Activity {customerId: parentId})
  USING INDEX SEEK activity:Activity(customerId, occurredAt, id)
  WHERE activity.occurredAt <= datetime({epochMillis: $afterSort})
    AND [activity.occurredAt, activity.id] < [datetime({epochMillis: $afterSort}), $afterId]
    AND activity.id IS NOT NULL
  RETURN activity
  ORDER BY activity.customerId DESC, activity.occurredAt DESC, activity.id DESC
  LIMIT $limit
}
RETURN parentId, activity
