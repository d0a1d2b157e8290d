// Loads a page of the customers of a brand in the order of their keys, after the key $after.
// params: $brandId, $after, $limit
// returns: key, customerId
MATCH (customer:Customer)
WHERE customer.key STARTS WITH $brandId + '|' AND customer.key > $after
RETURN customer.key AS key, customer.id AS customerId
ORDER BY key
LIMIT $limit
