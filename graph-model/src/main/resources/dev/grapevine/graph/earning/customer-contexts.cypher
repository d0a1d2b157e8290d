// Loads the contexts of customers: time of joining, current configuration revision of the brand (0 for none), existence of a
// referrer, keys of manually awarded badges, permanent badges with the time of the first award, keys of badges that a caller
// revoked, and the snapshot; without a snapshot also the number of activities, otherwise 0. No row for a customer that does
// not exist.
// params: $ids
// returns: customerId, brandId, joinedAt, revision, hasReferrer, manualBadges, permanentBadges, revokedBadges, snapshot, activities
UNWIND $ids AS id
MATCH (customer:Customer {id: id})
OPTIONAL MATCH (snapshot:EarningSnapshot {key: id})
RETURN
  id AS customerId, customer.brandId AS brandId, customer.joinedAt AS joinedAt,
  coalesce(head(COLLECT { MATCH (config:EarningConfig {brandId: customer.brandId}) RETURN config.revision }), 0) AS revision,
  EXISTS { (customer)<-[:REFERRED]-(:Customer) } AS hasReferrer,
  COLLECT {
    MATCH (customer)-[:EARNED]->(award:BadgeAward {reason: 'MANUAL'})-[:OF]->(badge:Badge)
    WHERE award.revokedAt IS NULL
    RETURN badge.key
  } AS manualBadges,
  COLLECT {
    MATCH (customer)-[:EARNED]->(award:BadgeAward)-[:OF]->(badge:Badge)
    WHERE badge.isPermanent AND award.revokedAt IS NULL AND award.reason <> 'MANUAL'
    WITH badge.key AS key, min(award.earnedAt) AS since
    RETURN {key: key, since: since}
  } AS permanentBadges,
  COLLECT {
    MATCH (customer)-[:EARNED]->(award:BadgeAward)-[:OF]->(badge:Badge)
    WHERE award.revokedAt IS NOT NULL AND award.isAutoRevoked IS NULL
      AND NOT EXISTS {
        MATCH (customer)-[:EARNED]->(other:BadgeAward)-[:OF]->(badge)
        WHERE other.revokedAt IS NULL
      }
    RETURN DISTINCT badge.key
  } AS revokedBadges,
  snapshot,
  CASE WHEN snapshot IS NULL THEN COUNT {
    MATCH (activity:Activity {customerId: id})
    WHERE activity.occurredAt IS NOT NULL AND activity.id IS NOT NULL
  } ELSE 0 END AS activities
