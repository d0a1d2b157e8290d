// Reads customers by their ids.
// params: $ids
// returns: customer
MATCH (customer:Customer)
WHERE customer.id IN $ids
RETURN customer
