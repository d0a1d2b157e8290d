// Creates a status change of a contribution and sets its status, unless it has 100 status changes already. No row if
// the caller's scope contains no such contribution.
// params: $stamp, $scope
// returns: isTaken
MATCH (contribution:Contribution {id: $stamp.contributionId})
WHERE $scope IS NULL OR contribution.brandId = $scope
SET contribution._lock = true
WITH contribution, COUNT { (contribution)-[:HAS_STATUS]->() } < 100 AS isTaken
FOREACH (_ IN CASE WHEN isTaken THEN [1] ELSE [] END |
  SET contribution.status = $stamp.status
  CREATE (contribution)-[:HAS_STATUS]->(stamp:StatusChange)
  SET stamp = $stamp, stamp.brandId = contribution.brandId
)
RETURN isTaken
