// Who brought somebody, but has done nothing in the last 90 days?
WITH datetime() - duration({days: 90}) AS since
MATCH (:Brand {key: 'larkspur'})<-[:JOINED]-(referrer:Customer)-[:REFERRED]->(:Customer)
WITH since, referrer, count(*) AS brought
CALL (referrer) {
  MATCH (referrer)-[:DID]->(activity:Activity)
  RETURN max(activity.occurredAt) AS lastActiveAt
}
WITH * WHERE lastActiveAt IS NULL OR lastActiveAt < since
RETURN referrer.externalId AS referrer, referrer.displayName AS name, brought, lastActiveAt
ORDER BY brought DESC, referrer
LIMIT 100
