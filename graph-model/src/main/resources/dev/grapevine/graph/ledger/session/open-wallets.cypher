// Creates the wallets of customers that do not exist yet.
// params: $wallets
UNWIND $wallets AS row
MATCH (customer:Customer {id: row.customerId})
MERGE (wallet:Wallet {key: row.key})
  ON CREATE SET wallet += row
MERGE (customer)-[:OWNS]->(wallet)
