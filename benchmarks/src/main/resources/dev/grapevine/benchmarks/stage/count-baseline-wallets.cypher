// Counts the wallets of the baseline.
// returns: wallets
MATCH (wallet:BaselineWallet)
RETURN count(wallet) AS wallets
