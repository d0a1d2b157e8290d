// Reads the wallets of entries and holds.
// params: $ids
// returns: id, brandId, customerId, currency
UNWIND $ids AS id
CALL (id) {
  MATCH (:PointsEntry {id: id})-[:ON]->(wallet:Wallet)
  RETURN wallet.brandId AS brandId, wallet.customerId AS customerId, wallet.currency AS currency
  UNION ALL
  MATCH (hold:Hold {id: id})
  RETURN hold.brandId AS brandId, hold.customerId AS customerId, hold.currency AS currency
}
RETURN id, brandId, customerId, currency
