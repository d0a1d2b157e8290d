// Lists the stamps of contributions, earliest first.
// Without the hint the planner scans all stamps while they are few, and remembers that plan.
// params: $ids
// returns: stamp
MATCH (contribution:Contribution)-[:STAMPED]->(stamp:StatusStamp)
USING INDEX contribution:Contribution(id)
WHERE contribution.id IN $ids
RETURN stamp ORDER BY stamp.stampedAt, stamp.id
