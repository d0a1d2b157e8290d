// Loads a page of the versions of one type of each brand, earliest first; $state and $key filter unless null.
// params: $ids, $afterSort, $afterId, $limit, $type, $state, $key
// returns: parentId, version
UNWIND $ids AS parentId
CALL (parentId) {
  MATCH (version:ConfigVersion {brandId: parentId})
  WHERE version.type = $type AND ($state IS NULL OR version.state = $state)
    AND ($key IS NULL OR version.key = $key)
    AND version.draftedAt >= datetime({epochMillis: $afterSort})
    AND (version.draftedAt > datetime({epochMillis: $afterSort}) OR version.id > $afterId)
  RETURN version
  ORDER BY version.draftedAt, version.id
  LIMIT $limit
}
RETURN parentId, version
