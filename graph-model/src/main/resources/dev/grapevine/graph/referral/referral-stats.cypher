// Counts the direct and indirect referees of each customer, by depth.
// params: $ids
// returns: customerId, byDepth
UNWIND $ids AS customerId
CALL (customerId) {
  MATCH path = (:Customer {id: customerId})-[:REFERRED*]->(:Customer)
  WITH length(path) AS depth, count(*) AS count ORDER BY depth
  RETURN collect({depth: depth, count: count}) AS byDepth
}
RETURN customerId, byDepth
