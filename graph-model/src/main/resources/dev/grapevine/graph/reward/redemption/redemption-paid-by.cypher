// Reads the redemption that an entry paid for.
// params: $entryId
// returns: redemptionId, brandId
MATCH (:PointsEntry {id: $entryId})<-[:PAID_BY]-(redemption:Redemption)
RETURN redemption.id AS redemptionId, redemption.brandId AS brandId
