// Reads one page of the direct and indirect referees of each customer, breadth first, earliest first at each depth,
// those of unknown time before them. Depths
// are read one after the other until the page is full; the bound of a pattern cannot be a parameter, so each depth has its own subquery.
// params: $ids, $maxDepth, $afterSort, $afterId, $limit
// returns: parentId, depth, customer, referredAt
UNWIND $ids AS parentId
MATCH (root:Customer {id: parentId})
OPTIONAL MATCH ()-[before:REFERRED {refereeId: $afterId}]->()
USING INDEX SEEK before:REFERRED(refereeId)
WITH root, coalesce(before.listedAt, datetime('1970-01-01T00:00:00Z')) AS afterAt
CALL (root, afterAt) {
  WITH * WHERE $afterSort <= 1
  MATCH ()-[referred:REFERRED {referrerId: root.id}]->()
  USING INDEX SEEK referred:REFERRED(referrerId, listedAt, refereeId)
  WHERE referred.listedAt >= afterAt AND [referred.listedAt, referred.refereeId] > [afterAt, $afterId] AND referred.refereeId IS NOT NULL
  WITH referred ORDER BY referred.referrerId, referred.listedAt, referred.refereeId LIMIT $limit
  RETURN collect({depth: 1, referred: referred}) AS level
}
WITH root, afterAt, level, level AS page
CALL (root, afterAt, level, page) {
  WITH * WHERE $maxDepth >= 2 AND size(page) < $limit AND ($afterSort >= 1 OR size(level) > 0) AND $afterSort <= 2
  MATCH (root)-[:REFERRED]->()-[referred:REFERRED]->()
  WHERE $afterSort < 2 OR [referred.listedAt, referred.refereeId] > [afterAt, $afterId]
  WITH referred ORDER BY referred.listedAt, referred.refereeId LIMIT $limit
  RETURN collect({depth: 2, referred: referred}) AS nextLevel
}
WITH root, afterAt, nextLevel AS level, page + nextLevel AS page
CALL (root, afterAt, level, page) {
  WITH * WHERE $maxDepth >= 3 AND size(page) < $limit AND ($afterSort >= 2 OR size(level) > 0) AND $afterSort <= 3
  MATCH (root)-[:REFERRED*2]->()-[referred:REFERRED]->()
  WHERE $afterSort < 3 OR [referred.listedAt, referred.refereeId] > [afterAt, $afterId]
  WITH referred ORDER BY referred.listedAt, referred.refereeId LIMIT $limit
  RETURN collect({depth: 3, referred: referred}) AS nextLevel
}
WITH root, afterAt, nextLevel AS level, page + nextLevel AS page
CALL (root, afterAt, level, page) {
  WITH * WHERE $maxDepth >= 4 AND size(page) < $limit AND ($afterSort >= 3 OR size(level) > 0) AND $afterSort <= 4
  MATCH (root)-[:REFERRED*3]->()-[referred:REFERRED]->()
  WHERE $afterSort < 4 OR [referred.listedAt, referred.refereeId] > [afterAt, $afterId]
  WITH referred ORDER BY referred.listedAt, referred.refereeId LIMIT $limit
  RETURN collect({depth: 4, referred: referred}) AS nextLevel
}
WITH root, afterAt, nextLevel AS level, page + nextLevel AS page
CALL (root, afterAt, level, page) {
  WITH * WHERE $maxDepth >= 5 AND size(page) < $limit AND ($afterSort >= 4 OR size(level) > 0) AND $afterSort <= 5
  MATCH (root)-[:REFERRED*4]->()-[referred:REFERRED]->()
  WHERE $afterSort < 5 OR [referred.listedAt, referred.refereeId] > [afterAt, $afterId]
  WITH referred ORDER BY referred.listedAt, referred.refereeId LIMIT $limit
  RETURN collect({depth: 5, referred: referred}) AS nextLevel
}
WITH root, afterAt, nextLevel AS level, page + nextLevel AS page
CALL (root, afterAt, level, page) {
  WITH * WHERE $maxDepth >= 6 AND size(page) < $limit AND ($afterSort >= 5 OR size(level) > 0) AND $afterSort <= 6
  MATCH (root)-[:REFERRED*5]->()-[referred:REFERRED]->()
  WHERE $afterSort < 6 OR [referred.listedAt, referred.refereeId] > [afterAt, $afterId]
  WITH referred ORDER BY referred.listedAt, referred.refereeId LIMIT $limit
  RETURN collect({depth: 6, referred: referred}) AS nextLevel
}
WITH root, afterAt, nextLevel AS level, page + nextLevel AS page
CALL (root, afterAt, level, page) {
  WITH * WHERE $maxDepth >= 7 AND size(page) < $limit AND ($afterSort >= 6 OR size(level) > 0) AND $afterSort <= 7
  MATCH (root)-[:REFERRED*6]->()-[referred:REFERRED]->()
  WHERE $afterSort < 7 OR [referred.listedAt, referred.refereeId] > [afterAt, $afterId]
  WITH referred ORDER BY referred.listedAt, referred.refereeId LIMIT $limit
  RETURN collect({depth: 7, referred: referred}) AS nextLevel
}
WITH root, afterAt, nextLevel AS level, page + nextLevel AS page
CALL (root, afterAt, level, page) {
  WITH * WHERE $maxDepth >= 8 AND size(page) < $limit AND ($afterSort >= 7 OR size(level) > 0) AND $afterSort <= 8
  MATCH (root)-[:REFERRED*7]->()-[referred:REFERRED]->()
  WHERE $afterSort < 8 OR [referred.listedAt, referred.refereeId] > [afterAt, $afterId]
  WITH referred ORDER BY referred.listedAt, referred.refereeId LIMIT $limit
  RETURN collect({depth: 8, referred: referred}) AS nextLevel
}
WITH root, afterAt, nextLevel AS level, page + nextLevel AS page
CALL (root, afterAt, level, page) {
  WITH * WHERE $maxDepth >= 9 AND size(page) < $limit AND ($afterSort >= 8 OR size(level) > 0) AND $afterSort <= 9
  MATCH (root)-[:REFERRED*8]->()-[referred:REFERRED]->()
  WHERE $afterSort < 9 OR [referred.listedAt, referred.refereeId] > [afterAt, $afterId]
  WITH referred ORDER BY referred.listedAt, referred.refereeId LIMIT $limit
  RETURN collect({depth: 9, referred: referred}) AS nextLevel
}
WITH root, afterAt, nextLevel AS level, page + nextLevel AS page
CALL (root, afterAt, level, page) {
  WITH * WHERE $maxDepth >= 10 AND size(page) < $limit AND ($afterSort >= 9 OR size(level) > 0) AND $afterSort <= 10
  MATCH (root)-[:REFERRED*9]->()-[referred:REFERRED]->()
  WHERE $afterSort < 10 OR [referred.listedAt, referred.refereeId] > [afterAt, $afterId]
  WITH referred ORDER BY referred.listedAt, referred.refereeId LIMIT $limit
  RETURN collect({depth: 10, referred: referred}) AS nextLevel
}
WITH root, afterAt, nextLevel AS level, page + nextLevel AS page
UNWIND page[..$limit] AS step
WITH root, step.depth AS depth, step.referred AS referred
WITH root.id AS parentId, depth, endNode(referred) AS customer, referred
ORDER BY parentId, depth, referred.listedAt, customer.id
RETURN parentId, depth, customer, referred.at AS referredAt
