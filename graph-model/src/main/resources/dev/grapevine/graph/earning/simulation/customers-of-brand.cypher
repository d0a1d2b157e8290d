// A part of a brand's customers, in the order of their keys.
// params: $brandId, $after, $limit
// returns: key, customerId
MATCH (customer:Customer)
WHERE customer.key STARTS WITH $brandId + '|' AND customer.key > $after
RETURN customer.key AS key, customer.id AS customerId
ORDER BY key
LIMIT $limit
