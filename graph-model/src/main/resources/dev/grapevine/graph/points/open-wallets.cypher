// Opens a wallet for each new customer.
// params: $wallets
UNWIND $wallets AS row
MATCH (customer:Customer {id: row.customerId})
CREATE (customer)-[:OWNS]->(wallet:Wallet)
SET wallet = row
