// Lists the stamps of contributions, earliest first.
// params: $ids
// returns: stamp
MATCH (contribution:Contribution)-[:STAMPED]->(stamp:StatusStamp)
WHERE contribution.id IN $ids
RETURN stamp ORDER BY stamp.stampedAt, stamp.id
