// Records customers' votes on contributions of their brand, one after the other, one per customer and contribution. The
// caller has locked the customers.
// params: $rows
// returns: index, outcome
UNWIND range(0, size($rows) - 1) AS index
WITH index ORDER BY $rows[index].contributionId, index
CALL (index) {
  WITH $rows[index] AS row
  MATCH (customer:Customer {id: row.customerId})
  OPTIONAL MATCH (contribution:Contribution {id: row.contributionId})
  WHERE contribution.brandId = customer.brandId
  SET contribution._lock = true
  WITH row, customer, contribution
  OPTIONAL MATCH ()-[earlier:VOTED {key: row.key}]->()
  WITH row, customer, contribution,
    CASE
      WHEN contribution IS NULL THEN 'CONTRIBUTION_NOT_FOUND'
      WHEN contribution.customerId = row.customerId THEN 'OWN_CONTRIBUTION'
      WHEN earlier.weight = row.weight THEN 'SAME_VOTE'
      WHEN earlier IS NOT NULL THEN 'ALREADY_VOTED'
      ELSE 'VOTED'
    END AS outcome
  FOREACH (_ IN CASE outcome WHEN 'VOTED' THEN [1] ELSE [] END |
    CREATE (customer)-[:VOTED {id: row.id, key: row.key, weight: row.weight, at: row.at}]->(contribution)
    SET contribution.upvotes = contribution.upvotes + CASE row.weight WHEN 1 THEN 1 ELSE 0 END,
        contribution.downvotes = contribution.downvotes + CASE row.weight WHEN -1 THEN 1 ELSE 0 END
  )
  RETURN outcome
}
RETURN index, outcome
