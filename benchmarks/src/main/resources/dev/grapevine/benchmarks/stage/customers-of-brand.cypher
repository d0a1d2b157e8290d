// Reads the customers of a brand, with the id of the brand.
// params: $brand
// returns: id, key, brandId, joinedAt
MATCH (brand:Brand {key: $brand})
MATCH (customer:Customer)
WHERE customer.brandId = brand.id
RETURN customer.id AS id, customer.key AS key, brand.id AS brandId, coalesce(customer.joinedAt, customer.enrolledAt) AS joinedAt
