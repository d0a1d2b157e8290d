// Takes badge awards back that stand, or that were taken with their cause; they stay to be seen. Those that are taken with
// their cause can be earned again, others cannot. The customers are locked before.
// params: $ids, $now, $reason, $isAutoRevoked
// returns: award
UNWIND $ids AS id
MATCH (award:BadgeAward {id: id})
WHERE award.revokedAt IS NULL OR award.isAutoRevoked
SET award.revokedAt = coalesce(award.revokedAt, $now), award.revocationReason = $reason,
    award.isAutoRevoked = CASE WHEN $isAutoRevoked THEN true END
RETURN award
