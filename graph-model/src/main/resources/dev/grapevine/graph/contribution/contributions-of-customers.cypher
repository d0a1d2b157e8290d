// Reads one page of each customer's contributions, latest first.
// IS NOT NULL on each property lets the planner use the index of the history.
// params: $ids, $afterTime, $afterId, $limit
// returns: parentId, contribution
UNWIND $ids AS parentId
CALL (parentId) {
  MATCH (contribution:Contribution {customerId: parentId})
  USING INDEX SEEK contribution:Contribution(customerId, submittedAt, id)
  WHERE contribution.submittedAt <= $afterTime
    AND [contribution.submittedAt, contribution.id] < [$afterTime, $afterId]
    AND contribution.id IS NOT NULL
  RETURN contribution
  ORDER BY contribution.customerId DESC, contribution.submittedAt DESC, contribution.id DESC
  LIMIT $limit
}
RETURN parentId, contribution
