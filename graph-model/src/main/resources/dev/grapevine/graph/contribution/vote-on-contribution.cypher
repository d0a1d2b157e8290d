// Records a customer's one vote on a contribution of the same brand. The caller has locked the customer. No row if
// there is no such contribution.
// params: $id, $brandId, $customerId, $contributionId, $key, $weight, $now
// returns: rejection
MATCH (contribution:Contribution {id: $contributionId})
WHERE contribution.brandId = $brandId
SET contribution._lock = true
WITH contribution
MATCH (customer:Customer {id: $customerId})
WITH customer, contribution,
  CASE
    WHEN contribution.customerId = $customerId THEN 'OWN_CONTRIBUTION'
    WHEN EXISTS { (customer)-[:VOTED]->(contribution) } THEN 'ALREADY_VOTED'
  END AS rejection
FOREACH (_ IN CASE WHEN rejection IS NULL THEN [1] ELSE [] END |
  CREATE (customer)-[:VOTED {id: $id, key: $key, weight: $weight, at: $now}]->(contribution)
  SET contribution.upvotes = contribution.upvotes + CASE $weight WHEN 1 THEN 1 ELSE 0 END,
      contribution.downvotes = contribution.downvotes + CASE $weight WHEN -1 THEN 1 ELSE 0 END
)
RETURN rejection
