// Links replies to their originals, one after the other, unless they are linked already.
// params: $rows
// returns: place, outcome
UNWIND range(0, size($rows) - 1) AS place
WITH place ORDER BY $rows[place].replyKey
CALL (place) {
  WITH $rows[place] AS row
  OPTIONAL MATCH (reply:Contribution {key: row.replyKey})
  OPTIONAL MATCH (original:Contribution {key: row.originalKey})
  SET reply._lock = true
  WITH reply, original,
    CASE
      WHEN reply IS NULL THEN 'UNKNOWN_REPLY'
      WHEN original IS NULL THEN 'UNKNOWN_ORIGINAL'
      WHEN EXISTS { (reply)-[:REPLIES_TO]->(original) } THEN 'KNOWN'
      WHEN EXISTS { (reply)-[:REPLIES_TO]->() } THEN 'ANSWERS_ANOTHER'
      ELSE 'LINKED'
    END AS outcome
  FOREACH (_ IN CASE outcome WHEN 'LINKED' THEN [1] ELSE [] END |
    SET reply.inReplyToId = original.id
    CREATE (reply)-[:REPLIES_TO]->(original)
  )
  RETURN outcome
}
RETURN place, outcome
