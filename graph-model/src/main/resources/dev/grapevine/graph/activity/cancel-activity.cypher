// Withdraws an activity; no row if it was withdrawn before. Who did it is locked before.
// params: $id, $now, $reason
// returns: activity
MATCH (activity:Activity {id: $id})
SET activity._lock = true
WITH activity
WHERE activity.cancelledAt IS NULL
SET activity.cancelledAt = $now, activity.cancellationReason = $reason
RETURN activity
