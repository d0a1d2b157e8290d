// Reads a page of the ids of a brand's wallets, in their order.
// params: $brandId, $after, $limit
// returns: id
MATCH (wallet:Wallet {brandId: $brandId})
WHERE wallet.id > $after
RETURN wallet.id AS id
ORDER BY wallet.brandId, wallet.id
LIMIT $limit
