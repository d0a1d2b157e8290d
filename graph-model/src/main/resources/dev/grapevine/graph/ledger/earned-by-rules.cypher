// Sums the points that rules have posted for customers, by activity and rule version: credits less deductions, the part
// taken by reversals, with the debt and write-offs of these, and the time since when there have been points.
// params: $ids
// returns: customerId, activityId, ruleVersionId, currency, amount, reversed, effectiveAt
UNWIND $ids AS customerId
MATCH (wallet:Wallet {customerId: customerId})
MATCH (entry:PointsEntry {walletId: wallet.id})
WHERE entry.bookedAt IS NOT NULL AND entry.sequence IS NOT NULL AND entry.ruleVersionId IS NOT NULL
OPTIONAL MATCH (entry)<-[:REVERSES]-(reversal:PointsEntry)
WITH
  customerId, wallet, entry,
  CASE WHEN reversal IS NULL THEN 0 ELSE reversal.amount + reduce(
    sum = 0,
    amount IN [
      (reversal)<-[:CAUSED_BY]-(remainder:PointsEntry)
      WHERE remainder.reverses IS NULL AND remainder.kind IN ['DEBT_INCURRED', 'REVERSED'] | remainder.amount
    ]
    | sum + amount
  ) END AS reversed
RETURN
  customerId, entry.causedBy AS activityId, entry.ruleVersionId AS ruleVersionId, wallet.currency AS currency,
  sum(CASE entry.kind WHEN 'EARNED' THEN entry.amount ELSE -entry.amount END) AS amount,
  sum(reversed) AS reversed,
  min(coalesce(entry.effectiveAt, entry.bookedAt)) AS effectiveAt
