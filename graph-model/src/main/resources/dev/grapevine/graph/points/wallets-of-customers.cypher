// Finds the wallets of customers.
// params: $ids
// returns: wallet
MATCH (wallet:Wallet)
WHERE wallet.customerId IN $ids
RETURN wallet
