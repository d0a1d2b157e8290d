// Lists the stamps of contributions, earliest first.
// Without the hint the planner scans all stamps while they are few, and remembers that plan.
// params: $ids
// returns: stamp
MATCH (contribution:Contribution)-[:HAS_STATUS]->(stamp:StatusChange)
USING INDEX contribution:Contribution(id)
WHERE contribution.id IN $ids
RETURN stamp ORDER BY stamp.changedAt, stamp.id
