// Adds the coupons that a reward does not have yet, numbered from $next, and creates a batch with their count. The reward is
// locked before.
// params: $batch, $rows, $next
// returns: batch
UNWIND $rows AS row
OPTIONAL MATCH (existing:Coupon {key: row.key})
WITH row, existing WHERE existing IS NULL
WITH collect(row) AS rows
CALL (rows) {
  UNWIND range(0, size(rows) - 1) AS index
  WITH rows[index] AS row, index
  CREATE (:Coupon {
    key: row.key, brandId: $batch.brandId, rewardId: $batch.rewardId, code: row.code, number: $next + index,
    batchId: $batch.id
  })
  RETURN count(*) AS added
}
CREATE (batch:CouponBatch)
SET batch = $batch, batch.added = added, batch.duplicates = $batch.duplicates + size($rows) - added
WITH batch
MATCH (reward:Reward {id: batch.rewardId})
SET reward.couponsAdded = reward.couponsAdded + batch.added
RETURN batch
