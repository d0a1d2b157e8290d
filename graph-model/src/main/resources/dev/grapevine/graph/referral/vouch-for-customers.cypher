// Creates relationships from customers to those whom they vouched for, each pair once.
// params: $rows
// returns: key, isNew
UNWIND $rows AS row
MATCH (voucher:Customer {id: row.voucherId})
WITH row, voucher, row.customerId AS customerId
MATCH (customer:Customer {id: customerId})
MERGE (voucher)-[vouched:VOUCHED_FOR {key: row.key}]->(customer)
  ON CREATE SET vouched.id = row.id, vouched.at = row.at
RETURN row.key AS key, vouched.id = row.id AS isNew
