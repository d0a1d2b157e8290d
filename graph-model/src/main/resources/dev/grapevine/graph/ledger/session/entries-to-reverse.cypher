// Reads entries, first, and all entries that they caused, with the lots that each opened or drew from. Of an entry of a
// rule, at most the net points are reversible that the same rule version has posted for the same activity, without its
// reversed entries; points that the rule version wrote off do not count as expired.
// params: $ids
// returns: rootId, entry, customerId, currency, isReversed, reversible, expired, parts
UNWIND $ids AS rootId
MATCH (root:PointsEntry {id: rootId})
MATCH (root)<-[causes:CAUSED_BY]-{0,20}(entry:PointsEntry)
MATCH (entry)-[:ON]->(wallet:Wallet)
CALL (entry) {
  WITH * WHERE entry.ruleVersionId IS NOT NULL
  MATCH (:Activity {id: entry.causedBy})<-[:CAUSED_BY]-(other:PointsEntry {ruleVersionId: entry.ruleVersionId})
  WHERE NOT EXISTS { (other)<-[:REVERSES]-(:PointsEntry) }
  RETURN
    sum(CASE other.kind WHEN 'EARNED' THEN other.amount ELSE -other.amount END) AS posted,
    sum(CASE other.debit WHEN 'EXPIRED' THEN other.amount ELSE 0 END) AS writtenOff
}
RETURN
  rootId, entry, wallet.customerId AS customerId, wallet.currency AS currency,
  EXISTS { (entry)<-[:REVERSES]-(:PointsEntry) } AS isReversed,
  CASE WHEN entry.ruleVersionId IS NULL OR entry.amount < posted THEN entry.amount ELSE posted END AS reversible,
  reduce(
    sum = -CASE WHEN entry.ruleVersionId IS NULL THEN 0 ELSE writtenOff END,
    amount IN COLLECT {
      MATCH (entry)-[:OPENED]->{0,1}()<-[movement:CONSUMED]-(:PointsEntry {kind: 'EXPIRED'})
      RETURN movement.amount
    }
    | sum + amount
  ) AS expired,
  COLLECT {
    MATCH (entry)-[:OPENED]->{0,1}(lot WHERE lot.remaining IS NOT NULL)
    RETURN {lot: lot, isPending: lot:PendingLot, amount: lot.amount} AS part
    UNION ALL
    MATCH (entry)-[movement:CONSUMED]->(lot)
    RETURN {lot: lot, isPending: lot:PendingLot, amount: movement.amount} AS part
  } AS parts
ORDER BY size(causes), entry.id
