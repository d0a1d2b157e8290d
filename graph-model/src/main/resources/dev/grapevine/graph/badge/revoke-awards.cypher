// Revokes badge awards that are active or automatically revoked. With $isAutoRevoked an award can be earned again, otherwise
// not. The customers are locked before.
// params: $ids, $now, $reason, $isAutoRevoked
// returns: award
UNWIND $ids AS id
MATCH (award:BadgeAward {id: id})
WHERE award.revokedAt IS NULL OR award.isAutoRevoked
SET award.revokedAt = coalesce(award.revokedAt, $now), award.revocationReason = $reason,
    award.isAutoRevoked = CASE WHEN $isAutoRevoked THEN true END
RETURN award
