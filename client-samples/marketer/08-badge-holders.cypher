// Which badges does the brand have, how many customers hold each, and who are the latest ten?
MATCH (brand:Brand {key: 'larkspur'})
MATCH (badge:Badge {brandId: brand.id})
CALL (badge) {
  OPTIONAL MATCH (holder:Customer)-[:EARNED]->(award:BadgeAward)-[:OF]->(badge)
  WITH holder, award ORDER BY award.awardedAt DESC, award.id DESC
  RETURN count(holder) AS holders, collect(coalesce(holder.displayName, holder.externalId))[..10] AS latest
}
RETURN badge.name AS badge, badge.criteria AS criteria, holders, latest
ORDER BY holders DESC, badge
