// Reads one page of each brand's badges, earliest first.
// params: $ids, $afterSort, $afterId, $limit
// returns: parentId, badge
UNWIND $ids AS parentId
CALL (parentId) {
  MATCH (badge:Badge {brandId: parentId})
  WHERE badge.createdAt >= datetime({epochMillis: $afterSort})
    AND (badge.createdAt > datetime({epochMillis: $afterSort}) OR badge.id > $afterId)
  RETURN badge
  ORDER BY badge.createdAt, badge.id
  LIMIT $limit
}
RETURN parentId, badge
