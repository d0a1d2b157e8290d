// Reads all wallets of customers, ordered by currency.
// params: $ids
// returns: wallet
MATCH (wallet:Wallet)
WHERE wallet.customerId IN $ids
RETURN wallet
ORDER BY wallet.currency
