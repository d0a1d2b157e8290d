// Writes changes that few transactions have: changed lots, lot movements, holds, causes and reversals of entries, usage
// of limits, and declined redemptions.
// params: $lots, $movements, $holds, $links, $limitUsages, $declined, $now
CALL () {
  UNWIND $lots AS row
  MATCH (lot:PointsEntry|Lot {id: row.lot.id})
  REMOVE lot:OpenLot:PendingLot
  SET lot:$(row.labels), lot.remaining = row.lot.remaining, lot.expiresAt = row.lot.expiresAt
}
CALL () {
  UNWIND $movements AS row
  MATCH (entry:PointsEntry {id: row.entryId})
  CALL (entry, row) {
    MATCH (lot:PointsEntry|Lot {id: row.lotId})
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
  UNWIND $limitUsages AS row
  MATCH (limitUsage:LimitUsage {key: row.key})
  SET limitUsage.used = row.used
}
CALL () {
  UNWIND $declined AS row
  CREATE (declined:DeclinedDebit:IdempotencyKey)
  SET declined = row.debit, declined += row.key, declined.recordedAt = $now
}
