// Reads the balance of a customer: one point read by an index.
// params: $customerId
// returns: balance
MATCH (wallet:Wallet {customerId: $customerId})
RETURN wallet.balance AS balance
