// How many customers a brand has.
// params: $brandId
// returns: customers
MATCH (customer:Customer)
WHERE customer.key STARTS WITH $brandId + '|'
RETURN count(*) AS customers
