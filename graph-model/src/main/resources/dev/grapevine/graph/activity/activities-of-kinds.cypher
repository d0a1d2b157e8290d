// One page of each customer's activities of some kinds, latest first: a page of each kind, merged.
// The index of the history is used only by a statement that asks for each of its properties, hence IS NOT NULL.
// params: $ids, $afterSort, $afterId, $limit, $kinds
// returns: parentId, activity
UNWIND $ids AS parentId
CALL (parentId) {
  UNWIND $kinds AS kind
  WITH DISTINCT parentId, kind
  CALL (parentId, kind) {
    MATCH (activity:Activity {customerId: parentId, kind: kind})
    WHERE activity.occurredAt <= datetime({epochMillis: $afterSort})
      AND (activity.occurredAt < datetime({epochMillis: $afterSort}) OR activity.id < $afterId)
      AND activity.id IS NOT NULL
    RETURN activity
    ORDER BY activity.occurredAt DESC, activity.id DESC
    LIMIT $limit
  }
  RETURN activity
  ORDER BY activity.occurredAt DESC, activity.id DESC
  LIMIT $limit
}
RETURN parentId, activity
