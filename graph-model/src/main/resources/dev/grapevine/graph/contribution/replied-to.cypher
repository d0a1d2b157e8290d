// Finds what each contribution answers.
// params: $ids
// returns: replyId, contribution
UNWIND $ids AS replyId
CALL (replyId) {
  MATCH (:Contribution {id: replyId})-[:REPLIES_TO]->(contribution:Contribution)
  RETURN contribution
}
RETURN replyId, contribution
