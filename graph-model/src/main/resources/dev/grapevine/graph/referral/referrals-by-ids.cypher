// Finds referrals by their ids.
// params: $ids
// returns: id, referrer, referee, referredAt, code
MATCH (referrer:Customer)-[referred:REFERRED]->(referee:Customer)
WHERE referred.id IN $ids
RETURN referred.id AS id, referrer, referee, referred.at AS referredAt, referred.code AS code
