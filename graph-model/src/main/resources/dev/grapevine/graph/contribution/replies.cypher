// One page of what answers each contribution, earliest first.
// params: $ids, $afterSort, $afterId, $limit
// returns: parentId, contribution
UNWIND $ids AS parentId
CALL (parentId) {
  MATCH (:Contribution {id: parentId})<-[:REPLIES_TO]-(contribution:Contribution)
  WHERE contribution.submittedAt >= datetime({epochMillis: $afterSort})
    AND (contribution.submittedAt > datetime({epochMillis: $afterSort}) OR contribution.id > $afterId)
  RETURN contribution
  ORDER BY contribution.submittedAt, contribution.id
  LIMIT $limit
}
RETURN parentId, contribution
