// Creates a manual award unless the customer has an active award with the same key; returns no row then. A revoked award with
// the same key gets another key, so that it stays in the list and cannot be earned again. The customer is locked before.
// params: $key, $award
// returns: award
CALL () {
  MATCH (old:BadgeAward {key: $key})
  WHERE old.revokedAt IS NOT NULL
  SET old.key = $key + '|' + old.id
  REMOVE old.isAutoRevoked
}
MERGE (award:BadgeAward {key: $key})
  ON CREATE SET award += $award
WITH award WHERE award.id = $award.id
MATCH (customer:Customer {id: award.customerId})
CREATE (customer)-[:EARNED {at: award.awardedAt}]->(award)
WITH award
MATCH (badge:Badge {id: award.badgeId})
CREATE (award)-[:OF]->(badge)
RETURN award
