// Entries and all that they caused, themselves first, with the lots that each brought or drew from. What a rule gave for an
// activity is left as far as the same rule has not taken it, and nobody has taken back what it gave besides; what it has
// written off has not expired.
// params: $ids
// returns: rootId, entry, customerId, currency, isReversed, left, expired, parts
UNWIND $ids AS rootId
MATCH (root:PointsEntry {id: rootId})
MATCH (root)<-[causes:CAUSED_BY]-{0,20}(entry:PointsEntry)
MATCH (entry)-[:ON]->(wallet:Wallet)
CALL (entry) {
  WITH * WHERE entry.ruleVersionId IS NOT NULL
  MATCH (:Activity {id: entry.causedBy})<-[:CAUSED_BY]-(other:PointsEntry {ruleVersionId: entry.ruleVersionId})
  WHERE NOT EXISTS { (other)<-[:REVERSES]-(:PointsEntry) }
  RETURN
    sum(CASE other.kind WHEN 'EARNED' THEN other.amount ELSE -other.amount END) AS given,
    sum(CASE other.debit WHEN 'EXPIRED' THEN other.amount ELSE 0 END) AS writtenOff
}
RETURN
  rootId, entry, wallet.customerId AS customerId, wallet.currency AS currency,
  EXISTS { (entry)<-[:REVERSES]-(:PointsEntry) } AS isReversed,
  CASE WHEN entry.ruleVersionId IS NULL OR entry.amount < given THEN entry.amount ELSE given END AS left,
  reduce(
    sum = -CASE WHEN entry.ruleVersionId IS NULL THEN 0 ELSE writtenOff END,
    amount IN [(entry)-[:OPENED]->(:Lot)<-[move:CONSUMED]-(:PointsEntry {kind: 'EXPIRED'}) | move.amount]
    | sum + amount
  ) AS expired,
  COLLECT {
    MATCH (entry)-[move:OPENED|CONSUMED]->(lot:Lot)
    RETURN {lot: lot, isPending: lot:PendingLot, amount: coalesce(move.amount, lot.amount)}
  } AS parts
ORDER BY size(causes), entry.id
