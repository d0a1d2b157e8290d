// Reads the pending lots that entries opened.
// params: $ids
// returns: customerId, currency, hold, parts
UNWIND $ids AS id
MATCH (entry:PointsEntry {id: id})-[:ON]->(wallet:Wallet)
MATCH (entry)-[:OPENED]->{0,1}(lot:PendingLot)
RETURN
  wallet.customerId AS customerId, wallet.currency AS currency, null AS hold,
  [{lot: lot, isPending: true, amount: lot.remaining}] AS parts
