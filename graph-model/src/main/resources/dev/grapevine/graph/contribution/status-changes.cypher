// Reads the status changes of contributions, earliest first.
// Without the hint the planner caches a plan that scans all status changes while they are few.
// params: $ids
// returns: stamp
MATCH (contribution:Contribution)-[:HAS_STATUS]->(stamp:StatusChange)
USING INDEX contribution:Contribution(id)
WHERE contribution.id IN $ids
RETURN stamp ORDER BY stamp.changedAt, stamp.id
