// Records the activities that are not there yet and hangs them on who did them and on what they are about. What is
// there stays as it is. Customers are locked before, subjects here, both in the order of their ids. What an activity
// takes from its subject is what that is at this moment.
// params: $rows
// returns: rowId, activity
UNWIND $rows AS row
OPTIONAL MATCH (subject:ActivitySubject {id: row.activity.subjectId})
WITH row, subject ORDER BY subject.id
FOREACH (_ IN CASE WHEN subject IS NULL THEN [] ELSE [1] END | SET subject._lock = true)
WITH row, subject ORDER BY row.key
MERGE (activity:Activity {key: row.key})
  ON CREATE SET activity += row.activity
WITH row, subject, activity, activity.id = row.activity.id AS isNew
CALL (row, activity, isNew) {
  WITH * WHERE isNew
  MATCH (customer:Customer {id: row.activity.customerId})
  CREATE (customer)-[:DID]->(activity)
}
FOREACH (_ IN CASE WHEN isNew AND subject IS NOT NULL THEN [1] ELSE [] END |
  CREATE (activity)-[:ABOUT]->(subject)
  SET activity.subjectKind = subject.kind,
      activity.isReplyToOwn = subject.customerId = row.activity.customerId AND EXISTS {
        (subject)-[:REPLIES_TO]->(original)
        WHERE original.customerId = row.activity.customerId
      }
)
RETURN row.activity.id AS rowId, activity
