// Marks activities as cancelled, unless they were cancelled before. The caller has locked their customers.
// params: $rows
// returns: activity, isNew
UNWIND $rows AS row
MATCH (activity:Activity {id: row.id})
SET activity._lock = true
WITH activity, row
CALL (activity, row) {
  WITH * WHERE activity.cancelledAt IS NULL
  SET activity.cancelledAt = row.cancelledAt, activity.cancellationReason = row.reason
  RETURN count(*) AS changed
}
RETURN activity, changed = 1 AS isNew
