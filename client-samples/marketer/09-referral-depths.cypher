// How many customers came by themselves (depth 0), through one referral, through two, and so on?
MATCH (:Brand {key: 'larkspur'})<-[:JOINED]-(root:Customer)
WHERE NOT EXISTS { (root)<-[:REFERRED]-() }
MATCH path = (root)-[:REFERRED*0..]->(:Customer)
RETURN length(path) AS depth, count(*) AS customers
ORDER BY depth
