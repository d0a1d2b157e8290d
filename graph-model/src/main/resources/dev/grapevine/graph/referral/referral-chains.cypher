// Traverses the referrers of each customer up to the root, nearest first. The limit ends the traversal at $maxDepth; the
// bound of a pattern cannot be a parameter.
// params: $ids, $maxDepth
// returns: parentId, depth, customer, referredAt
UNWIND $ids AS parentId
CALL (parentId) {
  MATCH (:Customer {id: parentId})<-[steps:REFERRED*1..100]-(customer:Customer)
  WHERE size(steps) <= $maxDepth
  WITH steps, customer LIMIT $maxDepth
  RETURN size(steps) AS depth, customer, last(steps).at AS referredAt
  ORDER BY depth
}
RETURN parentId, depth, customer, referredAt
