// Number of decisions of a type of each brand.
// params: $ids, $type, $state, $key
// returns: parentId, count
UNWIND $ids AS parentId
CALL (parentId) {
  MATCH (decision:Decision {brandId: parentId})
  WHERE decision.type = $type AND ($state IS NULL OR decision.state = $state)
    AND ($key IS NULL OR decision.key = $key)
  RETURN count(decision) AS count
}
RETURN parentId, count
