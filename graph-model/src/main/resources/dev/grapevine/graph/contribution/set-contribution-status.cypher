// Puts a stamp on a contribution, which from then on stands where the stamp says; a hundred are enough. No row if there is
// no such contribution in the caller's scope.
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
