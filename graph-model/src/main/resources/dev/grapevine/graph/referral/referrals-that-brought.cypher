// Finds the referral that brought each customer.
// Without the hint the planner scans all referrals while they are few, and remembers that plan.
// params: $ids
// returns: id, referrer, referee, referredAt, code
UNWIND $ids AS refereeId
CALL (refereeId) {
  MATCH (referee:Customer {id: refereeId})<-[referred:REFERRED]-(referrer:Customer)
  RETURN referrer, referred, referee
}
RETURN referred.id AS id, referrer, referee, referred.at AS referredAt, referred.code AS code
