// Reads wallets by customer id and currency, joined by a bar.
// params: $keys
// returns: wallet
MATCH (wallet:Wallet)
WHERE wallet.key IN $keys
RETURN wallet
