// One page of each brand's decisions of a type, earliest first; of one key, if one is given.
// params: $ids, $afterSort, $afterId, $limit, $type, $key
// returns: parentId, decision
UNWIND $ids AS parentId
CALL (parentId) {
  MATCH (decision:Decision {brandId: parentId})
  WHERE decision.type = $type AND ($key IS NULL OR decision.key = $key)
    AND decision.draftedAt >= datetime({epochMillis: $afterSort})
    AND (decision.draftedAt > datetime({epochMillis: $afterSort}) OR decision.id > $afterId)
  RETURN decision
  ORDER BY decision.draftedAt, decision.id
  LIMIT $limit
}
RETURN parentId, decision
