// Who brought most customers themselves, and how many of these have brought somebody in turn?
MATCH (:Brand {key: 'larkspur'})<-[:JOINED]-(referrer:Customer)-[:REFERRED]->(referee:Customer)
RETURN
  referrer.externalId AS referrer,
  referrer.displayName AS name,
  count(referee) AS brought,
  sum(CASE WHEN EXISTS { (referee)-[:REFERRED]->() } THEN 1 ELSE 0 END) AS whoBroughtOthers
ORDER BY brought DESC, whoBroughtOthers DESC, referrer
LIMIT 20
