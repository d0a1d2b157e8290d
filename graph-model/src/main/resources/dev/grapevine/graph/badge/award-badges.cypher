// Awards badges to customers who do not have them yet; answers the new awards. The customers are locked before.
// params: $rows
// returns: award
UNWIND $rows AS row
MERGE (award:BadgeAward {key: row.key})
  ON CREATE SET award += row.award
WITH row, award WHERE award.id = row.award.id
MATCH (customer:Customer {id: award.customerId})
CREATE (customer)-[:EARNED {at: award.awardedAt}]->(award)
WITH award
MATCH (badge:Badge {id: award.badgeId})
CREATE (award)-[:OF]->(badge)
RETURN award
