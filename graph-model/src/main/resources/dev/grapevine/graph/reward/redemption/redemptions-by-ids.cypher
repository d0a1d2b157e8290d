// Reads redemptions by their ids.
// params: $ids
// returns: redemption
MATCH (redemption:Redemption)
WHERE redemption.id IN $ids
RETURN redemption
