// Locks customers, in the order of their ids, until the transaction ends.
// params: $ids
// returns: customer
MATCH (customer:Customer)
WHERE customer.id IN $ids
WITH customer ORDER BY customer.id
SET customer._lock = true
RETURN customer
