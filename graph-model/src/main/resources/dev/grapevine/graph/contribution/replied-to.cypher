// Finds what each contribution answers.
// params: $ids
// returns: replyId, contribution
MATCH (reply:Contribution)-[:REPLIES_TO]->(contribution:Contribution)
WHERE reply.id IN $ids
RETURN reply.id AS replyId, contribution
