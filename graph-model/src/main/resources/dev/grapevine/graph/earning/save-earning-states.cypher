// Stores snapshots of customers, and the revision and flags of new activities; clears the counters of contributions of
// replayed customers first. $snapshots are rows with the properties of a snapshot, $evaluatedActivities rows with id, revision
// and flags, $replayed customer ids.
// params: $snapshots, $evaluatedActivities, $replayed
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
  UNWIND $evaluatedActivities AS row
  MATCH (activity:Activity {id: row.id})
  SET activity.revision = row.revision, activity.flags = row.flags
}
