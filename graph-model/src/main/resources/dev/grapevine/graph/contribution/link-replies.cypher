// Links replies to their originals, one after the other, unless they are linked already.
// params: $rows
// returns: index, linkState
UNWIND range(0, size($rows) - 1) AS index
WITH index ORDER BY $rows[index].replyKey
CALL (index) {
  WITH $rows[index] AS row
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
    END AS linkState
  FOREACH (_ IN CASE linkState WHEN 'LINKED' THEN [1] ELSE [] END |
    SET reply.inReplyToId = original.id
    CREATE (reply)-[:REPLIES_TO]->(original)
  )
  RETURN linkState
}
RETURN index, linkState
