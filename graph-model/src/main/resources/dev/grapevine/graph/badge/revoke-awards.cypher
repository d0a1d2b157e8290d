// Takes badge awards back; they stay to be seen. The customers are locked before.
// params: $ids, $now, $reason
UNWIND $ids AS id
MATCH (award:BadgeAward {id: id})
SET award.revokedAt = $now, award.revokedBecause = $reason
