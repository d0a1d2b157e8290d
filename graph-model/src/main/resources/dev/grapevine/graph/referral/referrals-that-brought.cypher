// Finds the referral that brought each customer.
// params: $ids
// returns: id, referrer, referee, referredAt, code
MATCH (referee:Customer)<-[referred:REFERRED]-(referrer:Customer)
WHERE referee.id IN $ids
RETURN referred.id AS id, referrer, referee, referred.at AS referredAt, referred.code AS code
