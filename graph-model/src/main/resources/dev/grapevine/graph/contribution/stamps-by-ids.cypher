// Finds status changes by their ids, each with the brand of its contribution.
// params: $ids
// returns: stamp, brandId
MATCH (contribution:Contribution)-[:STAMPED]->(stamp:StatusStamp)
USING INDEX stamp:StatusStamp(id)
WHERE stamp.id IN $ids
RETURN stamp, contribution.brandId AS brandId
