// Entries and all that they caused, themselves first, with the lots that each brought or drew from.
// params: $ids
// returns: rootId, entry, customerId, currency, isReversed, expired, parts
UNWIND $ids AS rootId
MATCH (root:PointsEntry {id: rootId})
MATCH (root)<-[causes:BECAUSE_OF]-{0,20}(entry:PointsEntry)
MATCH (entry)-[:ON]->(wallet:Wallet)
RETURN
  rootId, entry, wallet.customerId AS customerId, wallet.currency AS currency,
  EXISTS { (entry)<-[:REVERSES]-(:PointsEntry) } AS isReversed,
  reduce(
    sum = 0,
    amount IN [(entry)-[:OPENED]->(:Lot)<-[move:CONSUMED]-(:PointsEntry {kind: 'EXPIRED'}) | move.amount]
    | sum + amount
  ) AS expired,
  COLLECT {
    MATCH (entry)-[move:OPENED|CONSUMED]->(lot:Lot)
    RETURN {lot: lot, isPending: lot:PendingLot, amount: coalesce(move.amount, lot.amount)}
  } AS parts
ORDER BY size(causes), entry.id
