// Reads the status changes of contributions, earliest first.
// Without the hint the planner caches a plan that scans all status changes while they are few.
// params: $ids
// returns: statusChange
MATCH (contribution:Contribution)-[:HAS_STATUS]->(statusChange:StatusChange)
USING INDEX SEEK contribution:Contribution(id)
WHERE contribution.id IN $ids
RETURN statusChange ORDER BY statusChange.changedAt, statusChange.id
