// Loads the activities of customers that are not cancelled.
// The index is used only if the statement restricts each of its properties, hence IS NOT NULL.
// params: $ids
// returns: activity
UNWIND $ids AS customerId
MATCH (activity:Activity {customerId: customerId})
WHERE activity.occurredAt IS NOT NULL AND activity.id IS NOT NULL AND activity.cancelledAt IS NULL
RETURN activity
