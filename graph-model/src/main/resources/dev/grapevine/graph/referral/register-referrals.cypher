// Creates referrals of a brand, one after the other, unless a referral would violate the rules. The referral lock of
// the brand serializes concurrent transactions.
// params: $brandId, $rows
// returns: id, rejection
MERGE (referralLock:ReferralLock {brandId: $brandId})
SET referralLock._lock = true
WITH referralLock
UNWIND $rows AS row
CALL (row) {
  MATCH (referrer:Customer {id: row.referrerId})
  WITH row, referrer, row.refereeId AS refereeId
  MATCH (referee:Customer {id: refereeId})
  WITH row, referrer, referee,
    CASE
      WHEN referrer = referee THEN 'SELF_REFERRAL'
      WHEN EXISTS { (referee)<-[:REFERRED]-() } THEN 'ALREADY_REFERRED'
      WHEN referee.id IN COLLECT { MATCH (referrer)<-[:REFERRED*]-(ancestor:Customer) RETURN ancestor.id }
        THEN 'REFERRAL_CYCLE'
    END AS rejection
  FOREACH (_ IN CASE WHEN rejection IS NULL THEN [1] ELSE [] END |
    CREATE (referrer)-[:REFERRED {
      id: row.id, referrerId: row.referrerId, refereeId: row.refereeId, at: row.at, listedAt: row.listedAt, code: row.code
    }]->(referee)
  )
  RETURN rejection
}
RETURN row.id AS id, rejection
