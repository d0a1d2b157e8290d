// Creates the activities that do not exist yet, linked to their customers and subjects; existing ones stay unchanged.
// The caller has locked the customers; this statement locks the subjects, in the order of their ids. An activity copies
// the details of its subject as of now.
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
