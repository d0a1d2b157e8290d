// Finds what each contribution answers.
// Without the hint the planner scans all answers while they are few, and remembers that plan.
// params: $ids
// returns: replyId, contribution
MATCH (reply:Contribution)-[:REPLIES_TO]->(contribution:Contribution)
USING INDEX reply:Contribution(id)
WHERE reply.id IN $ids
RETURN reply.id AS replyId, contribution
