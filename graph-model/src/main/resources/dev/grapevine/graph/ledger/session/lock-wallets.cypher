// Locks wallets, in the given order, by a constant write before any property is read. A row names the key of the wallet
// and the brands that may see the wallet, null for all.
// params: $rows
// returns: wallet
UNWIND $rows AS row
MATCH (wallet:Wallet {key: row.key})
WHERE row.brandIds IS NULL OR wallet.brandId IN row.brandIds
SET wallet._lock = true
RETURN wallet
