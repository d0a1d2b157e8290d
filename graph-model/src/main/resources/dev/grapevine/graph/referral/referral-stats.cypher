// Counts the direct and indirect referees of each customer, by depth. The minimum of the lengths lets the planner visit each
// referee once, level by level, instead of building the path to each.
// params: $ids
// returns: customerId, byDepth
UNWIND $ids AS customerId
CALL (customerId) {
  MATCH path = (:Customer {id: customerId})-[:REFERRED*]->(referee:Customer)
  WITH referee, min(length(path)) AS depth
  WITH depth, count(*) AS count ORDER BY depth
  RETURN collect({depth: depth, count: count}) AS byDepth
}
RETURN customerId, byDepth
