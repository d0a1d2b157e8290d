// Writes the cancellation of a redemption and links it to the entry that returned the points, if any. The customer is locked
// before.
// params: $id, $changes
// returns: redemption
MATCH (redemption:Redemption {id: $id})
SET redemption += $changes
WITH redemption
OPTIONAL MATCH (refund:PointsEntry {id: redemption.refundEntryId})
FOREACH (entry IN CASE WHEN refund IS NULL THEN [] ELSE [refund] END | CREATE (redemption)-[:REFUNDED_BY]->(entry))
RETURN redemption
