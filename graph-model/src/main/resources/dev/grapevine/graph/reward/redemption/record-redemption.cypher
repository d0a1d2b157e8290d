// Creates a redemption, issues the coupon with the given number, if any, and links the redemption to customer, coupon and the
// entry that paid. The customer is locked before, and the reward if it issues coupons.
// params: $redemption, $couponNumber
// returns: redemption
MATCH (customer:Customer {id: $redemption.customerId})
CREATE (customer)-[:REDEEMED]->(redemption:Redemption)
SET redemption = $redemption
WITH redemption
MATCH (entry:PointsEntry {id: redemption.entryId})
CREATE (redemption)-[:PAID_BY]->(entry)
WITH redemption
OPTIONAL MATCH (coupon:Coupon {rewardId: redemption.rewardId, number: $couponNumber})
SET redemption.couponCode = coupon.code, redemption.couponKey = coupon.key
FOREACH (issued IN CASE WHEN coupon IS NULL THEN [] ELSE [coupon] END | CREATE (redemption)-[:ISSUED]->(issued))
RETURN redemption
