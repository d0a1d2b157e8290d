// Writes what is not in every transaction: lots that were drawn from or matured, which entries moved how much of which
// lots, holds, what hangs on what, how much of limits is used, and refusals that stay the answer.
// params: $lots, $moves, $holds, $links, $allowances, $refused, $now
CALL () {
  UNWIND $lots AS row
  MATCH (lot:Lot {id: row.lot.id})
  REMOVE lot:OpenLot:PendingLot
  SET lot:$(row.labels), lot.remaining = row.lot.remaining, lot.expiresAt = row.lot.expiresAt
}
CALL () {
  UNWIND $moves AS row
  MATCH (entry:PointsEntry {id: row.entryId})
  CALL (entry, row) {
    MATCH (lot:Lot {id: row.lotId})
    CREATE (entry)-[:$(row.type) {amount: row.amount}]->(lot)
  }
}
CALL () {
  UNWIND $holds AS row
  MERGE (hold:Hold {id: row.hold.id})
  REMOVE hold:OpenHold
  SET hold:$(row.labels), hold += row.hold
}
CALL () {
  UNWIND $links AS row
  MATCH (entry:PointsEntry {id: row.id})
  CALL (entry, row) {
    MATCH (cause:PointsEntry {id: row.causedBy})
    CREATE (entry)-[:CAUSED_BY]->(cause)
  }
  CALL (entry, row) {
    MATCH (cause:Activity {id: row.causedBy})
    CREATE (entry)-[:CAUSED_BY]->(cause)
  }
  CALL (entry, row) {
    MATCH (reversed:PointsEntry {id: row.reverses})
    CREATE (entry)-[:REVERSES]->(reversed)
  }
}
CALL () {
  UNWIND $allowances AS row
  MATCH (allowance:LimitUsage {key: row.key})
  SET allowance.used = row.used
}
CALL () {
  UNWIND $refused AS row
  CREATE (refused:DeclinedRedemption)
  SET refused = row, refused.recordedAt = $now
}
