// Awards badges that were earned. An award that is there names from now on what earns it, and is given back if it was taken
// with its cause; what was awarded by hand stays as it is, and what somebody took back stays taken. The customers are locked
// before.
// params: $rows
UNWIND $rows AS row
MERGE (award:BadgeAward {key: row.key})
  ON CREATE SET award += row.award
WITH row, award, award.id = row.award.id AS isNew
CALL (row, award, isNew) {
  WITH * WHERE isNew
  MATCH (customer:Customer {id: row.award.customerId})
  CREATE (customer)-[:EARNED {at: row.award.awardedAt}]->(award)
  WITH row, award
  MATCH (badge:Badge {id: row.award.badgeId})
  CREATE (award)-[:OF]->(badge)
}
FOREACH (_ IN CASE WHEN
    NOT isNew AND award.reason <> 'MANUAL' AND (award.revokedAt IS NULL OR award.isAutoRevoked)
    AND (award.isAutoRevoked OR award.activityId <> row.award.activityId OR award.count <> row.award.count)
  THEN [1] ELSE [] END |
  SET award.reason = row.award.reason, award.count = row.award.count, award.activityId = row.award.activityId,
      award.ruleVersionId = row.award.ruleVersionId, award.earnedAt = row.award.earnedAt
  REMOVE award.revokedAt, award.revocationReason, award.isAutoRevoked
)
