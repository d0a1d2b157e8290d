// Counts the versions of one type of each brand; $state and $key filter unless null.
// params: $ids, $type, $state, $key
// returns: parentId, count
UNWIND $ids AS parentId
CALL (parentId) {
  MATCH (version:ConfigVersion {brandId: parentId})
  WHERE version.type = $type AND ($state IS NULL OR version.state = $state)
    AND ($key IS NULL OR version.key = $key)
  RETURN count(version) AS count
}
RETURN parentId, count
