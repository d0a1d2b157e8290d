// Finds wallets by whose they are and what is in them.
// params: $keys
// returns: wallet
MATCH (wallet:Wallet)
WHERE wallet.key IN $keys
RETURN wallet
