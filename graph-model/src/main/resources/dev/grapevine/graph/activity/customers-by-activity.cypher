// A part of a brand's customers, in the order of their keys, and whether they have done something of some kinds.
// The index of the history is used only by a statement that asks for each of its properties, hence IS NOT NULL.
// params: $brandId, $kinds, $after, $limit
// returns: key, customerId, hasActivity
MATCH (customer:Customer)
WHERE customer.key STARTS WITH $brandId + '|' AND customer.key > $after
WITH customer ORDER BY customer.key LIMIT $limit
RETURN
  customer.key AS key, customer.id AS customerId,
  EXISTS {
    UNWIND $kinds AS kind
    MATCH (activity:Activity {customerId: customer.id, kind: kind})
    WHERE activity.occurredAt IS NOT NULL AND activity.id IS NOT NULL
  } AS hasActivity
