// Reads the contribution that each contribution replies to.
// Without the hint the planner caches a plan that scans all replies while they are few.
// params: $ids
// returns: replyId, contribution
MATCH (reply:Contribution)-[:REPLIES_TO]->(contribution:Contribution)
USING INDEX SEEK reply:Contribution(id)
WHERE reply.id IN $ids
RETURN reply.id AS replyId, contribution
