// What rules have given customers for their activities, or taken, by activity and version of the rule.
// params: $ids
// returns: customerId, activityId, ruleVersionId, currency, amount, reversed, occurredAt
UNWIND $ids AS customerId
MATCH (wallet:Wallet {customerId: customerId})
MATCH (entry:PointsEntry {walletId: wallet.id})
WHERE entry.sequence > 0 AND entry.ruleVersionId IS NOT NULL
OPTIONAL MATCH (entry)<-[:REVERSES]-(reversal:PointsEntry)
RETURN
  customerId, entry.becauseOf AS activityId, entry.ruleVersionId AS ruleVersionId, wallet.currency AS currency,
  sum(CASE entry.kind WHEN 'EARNED' THEN entry.amount ELSE -entry.amount END) AS amount,
  sum(coalesce(reversal.amount, 0)) AS reversed,
  min(entry.occurredAt) AS occurredAt
