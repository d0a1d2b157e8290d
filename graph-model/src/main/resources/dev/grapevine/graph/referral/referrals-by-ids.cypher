// Reads referrals by their ids.
// Without the hint the planner caches a plan that scans all referrals while they are few.
// params: $ids
// returns: id, referrer, referee, referredAt, code
MATCH (referrer:Customer)-[referred:REFERRED]->(referee:Customer)
USING INDEX SEEK referred:REFERRED(id)
WHERE referred.id IN $ids
RETURN referred.id AS id, referrer, referee, referred.at AS referredAt, referred.code AS code
