// Takes badge awards back; they stay to be seen. Those that are taken with their cause can be earned again, others cannot.
// The customers are locked before.
// params: $ids, $now, $reason, $isRetracted
UNWIND $ids AS id
MATCH (award:BadgeAward {id: id})
SET award.revokedAt = $now, award.revokedBecause = $reason,
    award.isRetracted = CASE WHEN $isRetracted THEN true END
