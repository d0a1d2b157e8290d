// What rules have given customers for their activities, or taken, by activity and version of the rule; and how much of it
// was taken back by reversals, with what was owed or written off for these.
// params: $ids
// returns: customerId, activityId, ruleVersionId, currency, amount, reversed, occurredAt
UNWIND $ids AS customerId
MATCH (wallet:Wallet {customerId: customerId})
MATCH (entry:PointsEntry {walletId: wallet.id})
WHERE entry.sequence > 0 AND entry.ruleVersionId IS NOT NULL
OPTIONAL MATCH (entry)<-[:REVERSES]-(reversal:PointsEntry)
WITH
  customerId, wallet, entry,
  CASE WHEN reversal IS NULL THEN 0 ELSE reversal.amount + reduce(
    sum = 0,
    amount IN [
      (reversal)<-[:CAUSED_BY]-(rest:PointsEntry)
      WHERE rest.reverses IS NULL AND rest.kind IN ['DEBT_INCURRED', 'REVERSED'] | rest.amount
    ]
    | sum + amount
  ) END AS reversed
RETURN
  customerId, entry.causedBy AS activityId, entry.ruleVersionId AS ruleVersionId, wallet.currency AS currency,
  sum(CASE entry.kind WHEN 'EARNED' THEN entry.amount ELSE -entry.amount END) AS amount,
  sum(reversed) AS reversed,
  min(entry.occurredAt) AS occurredAt
