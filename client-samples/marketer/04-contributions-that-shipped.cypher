// Which contributions shipped, when, who gave them, and who voted for them?
MATCH (brand:Brand {key: 'larkspur'})
MATCH (contribution:Contribution {brandId: brand.id, status: 'SHIPPED'})
MATCH (giver:Customer)-[:CONTRIBUTED]->(contribution)
CALL (contribution) {
  MATCH (contribution)-[:HAS_STATUS]->(stamp:StatusChange {status: 'SHIPPED'})
  RETURN max(stamp.changedAt) AS shippedAt
}
CALL (contribution) {
  MATCH (voter:Customer)-[:VOTED {weight: 1}]->(contribution)
  WITH coalesce(voter.displayName, voter.externalId) AS voter ORDER BY voter
  RETURN collect(voter) AS votedBy
}
RETURN
  contribution.externalId AS contribution,
  contribution.title AS title,
  coalesce(giver.displayName, giver.externalId) AS givenBy,
  shippedAt,
  votedBy
ORDER BY shippedAt DESC
LIMIT 100
