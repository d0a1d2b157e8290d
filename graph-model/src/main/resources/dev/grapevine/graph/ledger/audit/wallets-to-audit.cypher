// Reads a page of wallets in the order of their ids; of all brands if the brand id is null.
// params: $brandId, $after, $limit
// returns: wallet
MATCH (wallet:Wallet)
WHERE wallet.id > $after AND ($brandId IS NULL OR wallet.brandId = $brandId)
RETURN wallet
ORDER BY wallet.id
LIMIT $limit
