// Reads coupon batches by their ids.
// params: $ids
// returns: batch
MATCH (batch:CouponBatch)
WHERE batch.id IN $ids
RETURN batch
