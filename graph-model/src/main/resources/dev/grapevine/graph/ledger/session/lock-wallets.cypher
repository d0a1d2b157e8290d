// Locks wallets, in the order given, by a constant write before anything of them is read. Row by row: the wallet's key, and
// the brands from which it is to be seen, or null for all.
// params: $rows
// returns: wallet
UNWIND $rows AS row
MATCH (wallet:Wallet {key: row.key})
WHERE row.brandIds IS NULL OR wallet.brandId IN row.brandIds
SET wallet._lock = true
RETURN wallet
