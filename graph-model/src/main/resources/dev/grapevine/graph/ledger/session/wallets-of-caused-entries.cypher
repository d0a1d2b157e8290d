// Reads the wallets of entries and of all entries that they caused, those of the entries themselves first, with the
// maximum number of points that a reversal debits in each.
// params: $ids
// returns: brandId, customerId, currency, amount
UNWIND $ids AS rootId
MATCH (root:PointsEntry {id: rootId})
MATCH (root)<-[causes:CAUSED_BY]-{0,20}(entry:PointsEntry)
MATCH (entry)-[:ON]->(wallet:Wallet)
WITH wallet, min(size(causes)) AS distance, sum(entry.amount) AS amount
RETURN wallet.brandId AS brandId, wallet.customerId AS customerId, wallet.currency AS currency, amount
ORDER BY distance
