// Marks an activity as cancelled; no row if it was cancelled before. The caller has locked the customer.
// params: $id, $now, $reason
// returns: activity
MATCH (activity:Activity {id: $id})
SET activity._lock = true
WITH activity
WHERE activity.cancelledAt IS NULL
SET activity.cancelledAt = $now, activity.cancellationReason = $reason
RETURN activity
