// Stores how far customers have come, and by which revision new activities were reckoned. Of customers whose snapshot was gone
// over replayed, what was kept of contributions is forgotten first.
// params: $snapshots, $watermarks, $replayed
CALL () {
  UNWIND $replayed AS customerId
  MATCH (old:EarningSnapshot {customerId: customerId})
  WHERE old.contributionId IS NOT NULL
  SET old.numbers = '{}'
}
CALL () {
  UNWIND $snapshots AS row
  MERGE (snapshot:EarningSnapshot {key: row.key})
  SET snapshot += row
}
CALL () {
  UNWIND $watermarks AS row
  MATCH (activity:Activity {id: row.id})
  SET activity.revision = row.revision, activity.flags = row.flags
}
