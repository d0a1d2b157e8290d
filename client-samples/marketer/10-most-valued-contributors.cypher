// Whose contributions got most votes, those against them taken off?
MATCH (:Brand {key: 'larkspur'})<-[:JOINED]-(giver:Customer)-[:CONTRIBUTED]->(contribution:Contribution)
RETURN
  giver.externalId AS customer,
  giver.displayName AS name,
  count(contribution) AS contributions,
  sum(contribution.upvotes - contribution.downvotes) AS netVotes
ORDER BY netVotes DESC, contributions DESC, customer
LIMIT 20
