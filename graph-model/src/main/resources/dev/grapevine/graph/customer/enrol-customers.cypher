// Creates the customers that do not exist yet and links them to their brand; existing ones stay unchanged. Returns the
// rows in the given order.
// params: $rows
// returns: customer, isNew
UNWIND range(0, size($rows) - 1) AS index
WITH index, $rows[index] AS row ORDER BY row.key
MERGE (customer:Customer {key: row.key})
  ON CREATE SET customer += row.customer
WITH index, customer, customer.id = row.customer.id AS isNew
CALL (customer, isNew) {
  WITH * WHERE isNew
  MATCH (brand:Brand {id: customer.brandId})
  CREATE (customer)-[:JOINED {at: customer.joinedAt}]->(brand)
}
RETURN customer, isNew ORDER BY index
