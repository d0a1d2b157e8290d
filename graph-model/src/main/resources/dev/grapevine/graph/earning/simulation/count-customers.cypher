// Counts the customers of a brand.
// params: $brandId
// returns: customers
MATCH (customer:Customer)
WHERE customer.key STARTS WITH $brandId + '|'
RETURN count(*) AS customers
