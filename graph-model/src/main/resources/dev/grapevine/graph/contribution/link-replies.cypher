// Links contributions to what they answer, one after the other, unless they are linked already.
// params: $rows
// returns: place, outcome
UNWIND range(0, size($rows) - 1) AS place
WITH place, $rows[place] AS row ORDER BY row.replyKey
OPTIONAL MATCH (reply:Contribution {key: row.replyKey})
OPTIONAL MATCH (original:Contribution {key: row.originalKey})
SET reply._lock = true
WITH place, reply, original,
  CASE
    WHEN reply IS NULL THEN 'UNKNOWN_REPLY'
    WHEN original IS NULL THEN 'UNKNOWN_ORIGINAL'
    WHEN EXISTS { (reply)-[:REPLIES_TO]->(original) } THEN 'KNOWN'
    ELSE 'LINKED'
  END AS outcome
FOREACH (_ IN CASE outcome WHEN 'LINKED' THEN [1] ELSE [] END |
  CREATE (reply)-[:REPLIES_TO]->(original)
)
RETURN place, outcome
