// Reads status changes by their ids, each with the brand id of its contribution.
// params: $ids
// returns: statusChange, brandId
MATCH (contribution:Contribution)-[:HAS_STATUS]->(statusChange:StatusChange)
USING INDEX SEEK statusChange:StatusChange(id)
WHERE statusChange.id IN $ids
RETURN statusChange, contribution.brandId AS brandId
