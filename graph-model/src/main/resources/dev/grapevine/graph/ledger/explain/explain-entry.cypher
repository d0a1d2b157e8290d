// Reads an entry with the name of its currency, its causing activity and entry, the partner that recorded the entry, the
// lots that it opened or moved, the entries that drew from the opened lots, the entries that it caused, and its reversal or
// reversed entry. An activity comes with the name of its kind and the title of its contribution or of what that replies to.
// params: $id, $max
// returns: entry, currencyName, caller, activity, cause, lots, spendings, consequences, reversal
MATCH (entry:PointsEntry {id: $id})
RETURN
  entry,
  head(COLLECT { MATCH (currency:Currency {key: entry.brandId + '|' + entry.currency}) RETURN currency.name }) AS currencyName,
  head(COLLECT { MATCH (partner:Partner {id: entry.recordedBy}) RETURN partner.name }) AS caller,
  head(COLLECT {
    MATCH (entry)-[:CAUSED_BY]->{1,20}(activity:Activity)
    OPTIONAL MATCH (kind:ActivityKind {brandKey: activity.brandId + '|' + activity.kind})
    OPTIONAL MATCH (activity)-[:ABOUT]->(contribution:Contribution)
    OPTIONAL MATCH (contribution)-[:REPLIES_TO]->(original:Contribution)
    RETURN activity {
      .id, .kind, .occurredAt, .cancellationReason,
      isOwn: EXISTS { MATCH (wallet:Wallet {id: entry.walletId}) WHERE wallet.customerId = activity.customerId },
      kindName: kind.name,
      title: coalesce(contribution.title, original.title)
    }
  }) AS activity,
  head(COLLECT { MATCH (entry)-[:CAUSED_BY]->(cause:PointsEntry) RETURN cause }) AS cause,
  COLLECT {
    CALL (entry) {
      MATCH (entry)-[:OPENED]->{0,1}(lot WHERE lot.remaining IS NOT NULL)
      RETURN lot, 'OPENED' AS type, lot.amount AS amount
      UNION ALL
      MATCH (entry)-[movement:CONSUMED|HELD|RESTORED]->(lot)
      RETURN lot, type(movement) AS type, movement.amount AS amount
    }
    RETURN {lot: lot, type: type, amount: amount, isPending: lot:PendingLot}
    ORDER BY lot.expiresAt, lot.sequence, lot.id
    LIMIT $max
  } AS lots,
  COLLECT {
    MATCH (entry)-[:OPENED]->{0,1}()<-[movement:CONSUMED|HELD]-(by:PointsEntry)
    WITH by, sum(movement.amount) AS amount
    RETURN {entry: by, amount: amount}
    ORDER BY by.walletId, by.sequence
    LIMIT $max
  } AS spendings,
  COLLECT {
    MATCH (consequence:PointsEntry)-[:CAUSED_BY]->(entry)
    RETURN consequence
    ORDER BY consequence.bookedAt, consequence.id
    LIMIT $max
  } AS consequences,
  head(COLLECT {
    MATCH (entry)-[:REVERSES]-(reversal:PointsEntry)
    RETURN reversal
    ORDER BY reversal.bookedAt, reversal.id
  }) AS reversal
