// The question of measurement 4 as the driver alone would ask it: one point read by an index.
// params: $customerId
// returns: balance
MATCH (wallet:Wallet {customerId: $customerId})
RETURN wallet.balance AS balance
