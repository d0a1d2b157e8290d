// Reads one page of each brand's badges, earliest first.
// IS NOT NULL on each property lets the planner use the index of the badges.
// params: $ids, $afterTime, $afterId, $limit
// returns: parentId, badge
UNWIND $ids AS parentId
CALL (parentId) {
  MATCH (badge:Badge {brandId: parentId})
  USING INDEX SEEK badge:Badge(brandId, createdAt, id)
  WHERE badge.createdAt >= $afterTime
    AND [badge.createdAt, badge.id] > [$afterTime, $afterId]
    AND badge.id IS NOT NULL
  RETURN badge
  ORDER BY badge.brandId, badge.createdAt, badge.id
  LIMIT $limit
}
RETURN parentId, badge
