// Which contributions has the brand not answered yet, oldest first (replies to other contributions left out)?
MATCH (brand:Brand {key: 'larkspur'})
MATCH (contribution:Contribution {brandId: brand.id, status: 'OPEN'})<-[:CONTRIBUTED]-(giver:Customer)
WHERE NOT EXISTS { (contribution)-[:REPLIES_TO]->() }
RETURN
  contribution.submittedAt AS submittedAt,
  contribution.kind AS kind,
  contribution.title AS title,
  coalesce(giver.displayName, giver.externalId) AS givenBy,
  contribution.upvotes - contribution.downvotes AS netVotes
ORDER BY submittedAt, contribution.id
LIMIT 100
