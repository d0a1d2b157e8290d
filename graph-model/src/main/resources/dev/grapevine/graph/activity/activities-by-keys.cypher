// Reads reported activities by brand id, kind and external id, joined by bars.
// params: $keys
// returns: activity
MATCH (activity:Activity)
WHERE activity.key IN $keys
RETURN activity
