// Gives badge awards back that were taken. The customers are locked before.
// params: $ids
UNWIND $ids AS id
MATCH (award:BadgeAward {id: id})
REMOVE award.revokedAt, award.revokedBecause
