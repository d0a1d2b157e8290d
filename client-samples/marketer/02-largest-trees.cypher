// Which customers stand at the root of the largest referral trees, how many customers hang on them, and how deep?
MATCH (:Brand {key: 'larkspur'})<-[:JOINED]-(root:Customer)
WHERE EXISTS { (root)-[:REFERRED]->() } AND NOT EXISTS { (root)<-[:REFERRED]-() }
MATCH path = (root)-[:REFERRED*]->(:Customer)
RETURN root.externalId AS root, root.displayName AS name, count(path) AS brought, max(length(path)) AS depth
ORDER BY brought DESC, root
LIMIT 20
