// Loads a page of the versions of one type of each brand, earliest first; $state and $key filter unless null.
// IS NOT NULL on each property lets the planner use the index of the history.
// params: $ids, $afterTime, $afterId, $limit, $type, $state, $key
// returns: parentId, version
UNWIND $ids AS parentId
CALL (parentId) {
  MATCH (version:ConfigVersion {brandId: parentId, type: $type})
  USING INDEX SEEK version:ConfigVersion(brandId, type, draftedAt, id)
  WHERE ($state IS NULL OR version.state = $state) AND ($key IS NULL OR version.key = $key)
    AND version.draftedAt >= $afterTime
    AND [version.draftedAt, version.id] > [$afterTime, $afterId]
    AND version.id IS NOT NULL
  RETURN version
  ORDER BY version.brandId, version.type, version.draftedAt, version.id
  LIMIT $limit
}
RETURN parentId, version
