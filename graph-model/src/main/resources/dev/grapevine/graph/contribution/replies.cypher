// Reads one page of the replies to each contribution, earliest first.
// IS NOT NULL on each property lets the planner use the index of the replies.
// params: $ids, $afterTime, $afterId, $limit
// returns: parentId, contribution
UNWIND $ids AS parentId
CALL (parentId) {
  MATCH (contribution:Contribution {inReplyToId: parentId})
  USING INDEX SEEK contribution:Contribution(inReplyToId, submittedAt, id)
  WHERE contribution.submittedAt >= $afterTime
    AND [contribution.submittedAt, contribution.id] > [$afterTime, $afterId]
    AND contribution.id IS NOT NULL
  RETURN contribution
  ORDER BY contribution.inReplyToId, contribution.submittedAt, contribution.id
  LIMIT $limit
}
RETURN parentId, contribution
