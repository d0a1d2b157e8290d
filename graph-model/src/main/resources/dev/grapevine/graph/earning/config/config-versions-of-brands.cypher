// One page of each brand's decisions of a type, earliest first; of one state or key, where these are given.
// params: $ids, $afterSort, $afterId, $limit, $type, $state, $key
// returns: parentId, decision
UNWIND $ids AS parentId
CALL (parentId) {
  MATCH (decision:ConfigVersion {brandId: parentId})
  WHERE decision.type = $type AND ($state IS NULL OR decision.state = $state)
    AND ($key IS NULL OR decision.key = $key)
    AND decision.draftedAt >= datetime({epochMillis: $afterSort})
    AND (decision.draftedAt > datetime({epochMillis: $afterSort}) OR decision.id > $afterId)
  RETURN decision
  ORDER BY decision.draftedAt, decision.id
  LIMIT $limit
}
RETURN parentId, decision
