// Finds what each contribution answers.
// Without the hint the planner scans all answers while they are few, and remembers that plan.
// params: $ids
// returns: replyId, contribution
UNWIND $ids AS replyId
CALL (replyId) {
  MATCH (:Contribution {id: replyId})-[:REPLIES_TO]->(contribution:Contribution)
  RETURN contribution
}
RETURN replyId, contribution
