// Traverses the referrers of each customer up to the root, nearest first.
// params: $ids, $maxDepth
// returns: parentId, depth, customer, referredAt
UNWIND $ids AS parentId
CALL (parentId) {
  MATCH path = (:Customer {id: parentId})<-[:REFERRED*1..100]-(customer:Customer)
  WHERE length(path) <= $maxDepth
  RETURN length(path) AS depth, customer, relationships(path)[-1].at AS referredAt
  ORDER BY depth
}
RETURN parentId, depth, customer, referredAt
