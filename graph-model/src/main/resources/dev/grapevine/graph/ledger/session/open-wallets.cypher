// Opens wallets, each once, for customers who have none of the currency.
// params: $wallets
UNWIND $wallets AS row
MATCH (customer:Customer {id: row.customerId})
MERGE (wallet:Wallet {key: row.key})
  ON CREATE SET wallet += row
MERGE (customer)-[:OWNS]->(wallet)
