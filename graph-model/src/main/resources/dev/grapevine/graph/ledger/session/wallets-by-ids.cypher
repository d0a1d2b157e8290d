// Reads wallets by their ids.
// params: $ids
// returns: wallet
MATCH (wallet:Wallet)
WHERE wallet.id IN $ids
RETURN wallet
