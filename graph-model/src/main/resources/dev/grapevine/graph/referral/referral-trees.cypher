// Reads one page of the direct and indirect referees of each customer, breadth first. One branch per depth, because the
// bound of a pattern cannot be a parameter: no branch traverses deeper than requested.
// params: $ids, $maxDepth, $afterSort, $afterId, $limit
// returns: parentId, depth, customer, referredAt
UNWIND $ids AS parentId
CALL (parentId) {
  MATCH (root:Customer {id: parentId})
  CALL (root) {
    WITH root
    MATCH (root)-[referred:REFERRED]->(customer:Customer)
    RETURN 1 AS depth, customer, referred.at AS referredAt
    UNION ALL
    WITH root WHERE $maxDepth >= 2
    MATCH (root)-[:REFERRED*1..1]->(:Customer)-[referred:REFERRED]->(customer:Customer)
    RETURN 2 AS depth, customer, referred.at AS referredAt
    UNION ALL
    WITH root WHERE $maxDepth >= 3
    MATCH (root)-[:REFERRED*2..2]->(:Customer)-[referred:REFERRED]->(customer:Customer)
    RETURN 3 AS depth, customer, referred.at AS referredAt
    UNION ALL
    WITH root WHERE $maxDepth >= 4
    MATCH (root)-[:REFERRED*3..3]->(:Customer)-[referred:REFERRED]->(customer:Customer)
    RETURN 4 AS depth, customer, referred.at AS referredAt
    UNION ALL
    WITH root WHERE $maxDepth >= 5
    MATCH (root)-[:REFERRED*4..4]->(:Customer)-[referred:REFERRED]->(customer:Customer)
    RETURN 5 AS depth, customer, referred.at AS referredAt
    UNION ALL
    WITH root WHERE $maxDepth >= 6
    MATCH (root)-[:REFERRED*5..5]->(:Customer)-[referred:REFERRED]->(customer:Customer)
    RETURN 6 AS depth, customer, referred.at AS referredAt
    UNION ALL
    WITH root WHERE $maxDepth >= 7
    MATCH (root)-[:REFERRED*6..6]->(:Customer)-[referred:REFERRED]->(customer:Customer)
    RETURN 7 AS depth, customer, referred.at AS referredAt
    UNION ALL
    WITH root WHERE $maxDepth >= 8
    MATCH (root)-[:REFERRED*7..7]->(:Customer)-[referred:REFERRED]->(customer:Customer)
    RETURN 8 AS depth, customer, referred.at AS referredAt
    UNION ALL
    WITH root WHERE $maxDepth >= 9
    MATCH (root)-[:REFERRED*8..8]->(:Customer)-[referred:REFERRED]->(customer:Customer)
    RETURN 9 AS depth, customer, referred.at AS referredAt
    UNION ALL
    WITH root WHERE $maxDepth >= 10
    MATCH (root)-[:REFERRED*9..9]->(:Customer)-[referred:REFERRED]->(customer:Customer)
    RETURN 10 AS depth, customer, referred.at AS referredAt
  }
  WITH depth, customer, referredAt
  WHERE depth > $afterSort OR (depth = $afterSort AND customer.id > $afterId)
  RETURN depth, customer, referredAt
  ORDER BY depth, customer.id
  LIMIT $limit
}
RETURN parentId, depth, customer, referredAt
