// All that customers have done and not withdrawn.
// The index of the history is used only by a statement that asks for each of its properties, hence IS NOT NULL.
// params: $ids
// returns: activity
UNWIND $ids AS customerId
MATCH (activity:Activity {customerId: customerId})
WHERE activity.occurredAt IS NOT NULL AND activity.id IS NOT NULL AND activity.cancelledAt IS NULL
RETURN activity
