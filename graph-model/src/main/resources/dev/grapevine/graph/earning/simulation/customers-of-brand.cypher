// Loads a page of the customers of a brand in the order of their keys, after the key $after.
// The brace is the character after the bar, which ends the brand's id in a key.
// params: $brandId, $after, $limit
// returns: key, customerId
WITH CASE $after WHEN '' THEN $brandId + '|' ELSE $after END AS after
MATCH (customer:Customer)
USING INDEX SEEK customer:Customer(key)
WHERE after < customer.key < $brandId + '}'
RETURN customer.key AS key, customer.id AS customerId
ORDER BY key
LIMIT $limit
