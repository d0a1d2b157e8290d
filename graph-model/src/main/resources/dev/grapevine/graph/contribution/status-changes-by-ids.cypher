// Reads status changes by their ids, each with the brand id of its contribution.
// params: $ids
// returns: stamp, brandId
MATCH (contribution:Contribution)-[:HAS_STATUS]->(stamp:StatusChange)
USING INDEX stamp:StatusChange(id)
WHERE stamp.id IN $ids
RETURN stamp, contribution.brandId AS brandId
