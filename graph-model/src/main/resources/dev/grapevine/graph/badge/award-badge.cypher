// Awards a badge by hand to a customer who does not have it; answers no award for one who does. An award under the same key
// that does not stand makes way: it stays to be seen, under a key of its own, and never comes back. The customer is locked
// before.
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
