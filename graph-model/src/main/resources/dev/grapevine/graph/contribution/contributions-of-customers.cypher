// One page of each customer's contributions, latest first.
// params: $ids, $afterSort, $afterId, $limit
// returns: parentId, contribution
UNWIND $ids AS parentId
CALL (parentId) {
  MATCH (contribution:Contribution {customerId: parentId})
  WHERE contribution.submittedAt <= datetime({epochMillis: $afterSort})
    AND (contribution.submittedAt < datetime({epochMillis: $afterSort}) OR contribution.id < $afterId)
  RETURN contribution
  ORDER BY contribution.submittedAt DESC, contribution.id DESC
  LIMIT $limit
}
RETURN parentId, contribution
