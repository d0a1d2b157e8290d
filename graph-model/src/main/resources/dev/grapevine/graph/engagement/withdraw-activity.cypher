// Withdraws an activity; no row if it was withdrawn before. Who did it is locked before.
// params: $id, $now, $reason
// returns: activity
MATCH (activity:Activity {id: $id})
SET activity._lock = true
WITH activity
WHERE activity.withdrawnAt IS NULL
SET activity.withdrawnAt = $now, activity.withdrawnBecause = $reason
RETURN activity
