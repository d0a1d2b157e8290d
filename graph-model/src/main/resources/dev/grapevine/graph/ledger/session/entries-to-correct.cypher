// Reads the entries that rule versions posted for activities, by rule effect id (activity id and rule version id,
// joined by a bar), with the lots that each opened and the expired points of these lots that were not written off by a
// reversal; also the entries that wrote off expired points.
// params: $ids
// returns: rootId, entry, customerId, currency, isReversed, reversible, expired, parts
UNWIND $ids AS rootId
WITH rootId, split(rootId, '|') AS keyParts
MATCH (:Activity {id: keyParts[0]})<-[:CAUSED_BY]-(entry:PointsEntry {ruleVersionId: keyParts[1]})
WHERE entry.kind IN ['EARNED', 'REVERSED']
MATCH (entry)-[:ON]->(wallet:Wallet)
RETURN
  rootId, entry, wallet.customerId AS customerId, wallet.currency AS currency,
  EXISTS { (entry)<-[:REVERSES]-(:PointsEntry) } AS isReversed,
  entry.amount AS reversible,
  reduce(
    sum = 0,
    amount IN COLLECT {
      MATCH (entry)-[:OPENED]->{0,1}()<-[movement:CONSUMED]-(:PointsEntry {kind: 'EXPIRED'})
      RETURN movement.amount AS amount
      UNION ALL
      MATCH (entry)<-[:REVERSES]-(:PointsEntry)<-[:CAUSED_BY]-{0,1}(writeOff:PointsEntry {debit: 'EXPIRED'})
      WHERE coalesce(writeOff.reverses, entry.id) = entry.id
      RETURN -writeOff.amount AS amount
    }
    | sum + amount
  ) AS expired,
  COLLECT {
    MATCH (entry)-[:OPENED]->{0,1}(lot WHERE lot.remaining IS NOT NULL)
    RETURN {lot: lot, isPending: lot:PendingLot, amount: lot.amount}
  } AS parts
ORDER BY entry.sequence
