// Enrols the customers who are not there yet and joins them to their brand; who is there stays as they are.
// Answers in the order of the rows.
// params: $rows
// returns: customer, isNew
UNWIND range(0, size($rows) - 1) AS place
WITH place, $rows[place] AS row ORDER BY row.key
MERGE (customer:Customer {key: row.key})
  ON CREATE SET customer += row.customer
WITH place, customer, customer.id = row.customer.id AS isNew
CALL (customer, isNew) {
  WITH * WHERE isNew
  MATCH (brand:Brand {id: customer.brandId})
  CREATE (customer)-[:JOINED {at: customer.joinedAt}]->(brand)
}
RETURN customer, isNew ORDER BY place
