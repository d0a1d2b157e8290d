// Finds an active award of a badge to a customer, of any level and period key.
// params: $customerId, $badgeId
// returns: id
MATCH (:Customer {id: $customerId})-[:EARNED]->(award:BadgeAward)
WHERE award.badgeId = $badgeId AND award.revokedAt IS NULL
RETURN award.id AS id
LIMIT 1
