// Reads all earned awards of customers, revoked ones included, without manual awards.
// params: $ids
// returns: award
UNWIND $ids AS customerId
MATCH (:Customer {id: customerId})-[:EARNED]->(award:BadgeAward)
WHERE award.reason <> 'MANUAL'
RETURN award
