// Reads the referral of each referee.
// Without the hint the planner caches a plan that scans all referrals while they are few.
// params: $ids
// returns: id, referrer, referee, referredAt, code
MATCH (referee:Customer)<-[referred:REFERRED]-(referrer:Customer)
USING INDEX SEEK referee:Customer(id)
WHERE referee.id IN $ids
RETURN referred.id AS id, referrer, referee, referred.at AS referredAt, referred.code AS code
