// Creates a status change of a contribution and sets its status, unless it has $max of them already. No row if
// the caller's scope contains no such contribution.
// params: $statusChange, $scope, $max
// returns: isCreated
MATCH (contribution:Contribution {id: $statusChange.contributionId})
WHERE $scope IS NULL OR contribution.brandId = $scope
SET contribution._lock = true
WITH contribution, COUNT { (contribution)-[:HAS_STATUS]->() } < $max AS isCreated
FOREACH (_ IN CASE WHEN isCreated THEN [1] ELSE [] END |
  SET contribution.status = $statusChange.status
  CREATE (contribution)-[:HAS_STATUS]->(statusChange:StatusChange)
  SET statusChange = $statusChange, statusChange.brandId = contribution.brandId
)
RETURN isCreated
