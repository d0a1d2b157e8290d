// Reads customers by brand id and external id, joined by a bar.
// params: $keys
// returns: customer
MATCH (customer:Customer)
WHERE customer.key IN $keys
RETURN customer
