// All awards that customers have earned, those that were taken back included; not what they were awarded by hand.
// params: $ids
// returns: award
UNWIND $ids AS customerId
MATCH (:Customer {id: customerId})-[:EARNED]->(award:BadgeAward)
WHERE award.reason <> 'MANUAL'
RETURN award
