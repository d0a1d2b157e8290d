// What versions of rules gave for activities before, entry by entry, with the lots that each brought, and how much of it has
// expired and was not written off for a reversal; and what was written off for corrections.
// params: $ids
// returns: rootId, entry, customerId, currency, isReversed, left, expired, parts
UNWIND $ids AS rootId
WITH rootId, split(rootId, '|') AS names
MATCH (:Activity {id: names[0]})<-[:CAUSED_BY]-(entry:PointsEntry {ruleVersionId: names[1]})
WHERE entry.kind IN ['EARNED', 'REVERSED']
MATCH (entry)-[:ON]->(wallet:Wallet)
RETURN
  rootId, entry, wallet.customerId AS customerId, wallet.currency AS currency,
  EXISTS { (entry)<-[:REVERSES]-(:PointsEntry) } AS isReversed,
  entry.amount AS left,
  reduce(
    sum = 0,
    amount IN COLLECT {
      MATCH (entry)-[:OPENED]->(:Lot)<-[move:CONSUMED]-(:PointsEntry {kind: 'EXPIRED'})
      RETURN move.amount AS amount
      UNION ALL
      MATCH (entry)<-[:REVERSES]-(:PointsEntry)<-[:CAUSED_BY]-{0,1}(gone:PointsEntry {debit: 'EXPIRED'})
      WHERE coalesce(gone.reverses, entry.id) = entry.id
      RETURN -gone.amount AS amount
    }
    | sum + amount
  ) AS expired,
  COLLECT {
    MATCH (entry)-[:OPENED]->(lot:Lot)
    RETURN {lot: lot, isPending: lot:PendingLot, amount: lot.amount}
  } AS parts
ORDER BY entry.sequence
