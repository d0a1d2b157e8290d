// Reads activities by their ids.
// params: $ids
// returns: activity
MATCH (activity:Activity)
WHERE activity.id IN $ids
RETURN activity
