// Reads a part of a brand's customers, in the order of their keys, with whether the customer has an activity of some
// kinds.
// IS NOT NULL on each property lets the planner use the index of the history.
// The brace is the character after the bar, which ends the brand's id in a key.
// params: $brandId, $kinds, $after, $limit
// returns: key, customerId, hasActivity
WITH CASE $after WHEN '' THEN $brandId + '|' ELSE $after END AS after
MATCH (customer:Customer)
USING INDEX SEEK customer:Customer(key)
WHERE after < customer.key < $brandId + '}'
WITH customer ORDER BY customer.key LIMIT $limit
RETURN
  customer.key AS key, customer.id AS customerId,
  EXISTS {
    UNWIND $kinds AS kind
    MATCH (activity:Activity {customerId: customer.id, kind: kind})
    WHERE activity.occurredAt IS NOT NULL AND activity.id IS NOT NULL
  } AS hasActivity
