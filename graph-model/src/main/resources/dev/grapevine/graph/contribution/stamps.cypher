// Lists the stamps of contributions, earliest first.
// Without the hint the planner scans all stamps while they are few, and remembers that plan.
// params: $ids
// returns: stamp
UNWIND $ids AS id
CALL (id) {
  MATCH (:Contribution {id: id})-[:STAMPED]->(stamp:StatusStamp)
  RETURN stamp
  ORDER BY stamp.stampedAt, stamp.id
}
RETURN stamp
