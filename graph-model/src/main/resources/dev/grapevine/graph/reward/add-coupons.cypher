// Adds the coupons that a reward does not have yet, numbered on from the latest, and keeps how many there were. The reward
// is locked before.
// params: $batch, $rows, $next
// returns: batch
UNWIND $rows AS row
OPTIONAL MATCH (known:Coupon {key: row.key})
WITH row, known WHERE known IS NULL
WITH collect(row) AS rows
CALL (rows) {
  UNWIND range(0, size(rows) - 1) AS place
  WITH rows[place] AS row, place
  CREATE (:Coupon {
    key: row.key, brandId: $batch.brandId, rewardId: $batch.rewardId, code: row.code, number: $next + place,
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
