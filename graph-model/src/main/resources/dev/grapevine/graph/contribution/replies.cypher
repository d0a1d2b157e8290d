// One page of what answers each contribution, earliest first.
// The index of the answers is used only by a statement that asks for each of its properties, hence IS NOT NULL.
// params: $ids, $afterSort, $afterId, $limit
// returns: parentId, contribution
UNWIND $ids AS parentId
CALL (parentId) {
  MATCH (contribution:Contribution {inReplyToId: parentId})
  WHERE contribution.submittedAt >= datetime({epochMillis: $afterSort})
    AND (contribution.submittedAt > datetime({epochMillis: $afterSort}) OR contribution.id > $afterId)
    AND contribution.id IS NOT NULL
  RETURN contribution
  ORDER BY contribution.submittedAt, contribution.id
  LIMIT $limit
}
RETURN parentId, contribution
