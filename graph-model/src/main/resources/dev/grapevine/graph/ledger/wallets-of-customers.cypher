// Finds all wallets of customers, by currency.
// params: $ids
// returns: wallet
MATCH (wallet:Wallet)
WHERE wallet.customerId IN $ids
RETURN wallet
ORDER BY wallet.currency
