// Creates earned awards. An existing one is updated to the activity that earns it now, and becomes active again if it was
// revoked automatically; manual awards and awards revoked by a caller stay unchanged. The customers are locked before.
// Each row has key and award.
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
    AND (award.isAutoRevoked OR award.activityId <> row.award.activityId OR award.measuredValue <> row.award.measuredValue)
  THEN [1] ELSE [] END |
  SET award.reason = row.award.reason, award.measuredValue = row.award.measuredValue, award.activityId = row.award.activityId,
      award.ruleVersionId = row.award.ruleVersionId, award.earnedAt = row.award.earnedAt
  REMOVE award.revokedAt, award.revocationReason, award.isAutoRevoked
)
