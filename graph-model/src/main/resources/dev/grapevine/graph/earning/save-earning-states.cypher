// Stores how far customers have come, and by which revision new activities were reckoned. Of customers whose course was gone
// over anew, what was kept of contributions is forgotten first.
// params: $courses, $marks, $anew
CALL () {
  UNWIND $anew AS customerId
  MATCH (old:EarningSnapshot {customerId: customerId})
  WHERE old.contributionId IS NOT NULL
  SET old.numbers = '{}'
}
CALL () {
  UNWIND $courses AS row
  MERGE (course:EarningSnapshot {key: row.key})
  SET course += row
}
CALL () {
  UNWIND $marks AS row
  MATCH (activity:Activity {id: row.id})
  SET activity.revision = row.revision, activity.facts = row.facts
}
