// Everything that an entry hangs on and that hangs on it: what caused it, who recorded it, the lots that it opened or
// moved, what drew from the lots that it opened, what it caused, what took it back or what it takes back.
// params: $id, $most
// returns: entry, caller, activity, cause, lots, spendings, consequences, reversal
MATCH (entry:PointsEntry {id: $id})
RETURN
  entry,
  head(COLLECT { MATCH (partner:Partner {id: entry.recordedBy}) RETURN partner.name }) AS caller,
  head(COLLECT { MATCH (entry)-[:CAUSED_BY]->{1,20}(activity:Activity) RETURN activity }) AS activity,
  head(COLLECT { MATCH (entry)-[:CAUSED_BY]->(cause:PointsEntry) RETURN cause }) AS cause,
  COLLECT {
    MATCH (entry)-[move:OPENED|CONSUMED|HELD|RESTORED]->(lot:Lot)
    RETURN {lot: lot, type: type(move), amount: coalesce(move.amount, lot.amount), isPending: lot:PendingLot}
    ORDER BY lot.expiresAt, lot.sequence, lot.id
    LIMIT $most
  } AS lots,
  COLLECT {
    MATCH (entry)-[:OPENED]->(:Lot)<-[move:CONSUMED|HELD]-(by:PointsEntry)
    WITH by, sum(move.amount) AS amount
    RETURN {entry: by, amount: amount}
    ORDER BY by.walletId, by.sequence
    LIMIT $most
  } AS spendings,
  COLLECT {
    MATCH (consequence:PointsEntry)-[:CAUSED_BY]->(entry)
    RETURN consequence
    ORDER BY consequence.bookedAt, consequence.id
    LIMIT $most
  } AS consequences,
  head(COLLECT {
    MATCH (entry)-[:REVERSES]-(reversal:PointsEntry)
    RETURN reversal
  }) AS reversal
