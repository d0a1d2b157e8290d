// The catalogue, its coupons, and what was redeemed. A coupon is found by its number, and handed out once: couponKey.
CREATE CONSTRAINT reward_id_unique IF NOT EXISTS FOR (n:Reward) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT reward_key_unique IF NOT EXISTS FOR (n:Reward) REQUIRE n.brandKey IS UNIQUE;
CREATE INDEX reward_catalogue IF NOT EXISTS FOR (n:Reward) ON (n.brandId, n.definedAt, n.id);

CREATE CONSTRAINT coupon_key_unique IF NOT EXISTS FOR (n:Coupon) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT coupon_number_unique IF NOT EXISTS FOR (n:Coupon) REQUIRE (n.rewardId, n.number) IS UNIQUE;
CREATE CONSTRAINT coupon_batch_id_unique IF NOT EXISTS FOR (n:CouponBatch) REQUIRE n.id IS UNIQUE;

CREATE CONSTRAINT redemption_id_unique IF NOT EXISTS FOR (n:Redemption) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT redemption_coupon_unique IF NOT EXISTS FOR (n:Redemption) REQUIRE n.couponKey IS UNIQUE;
CREATE INDEX redemption_history IF NOT EXISTS FOR (n:Redemption) ON (n.customerId, n.redeemedAt, n.id);
CREATE INDEX redemption_of_customer_and_reward IF NOT EXISTS FOR (n:Redemption) ON (n.customerId, n.rewardId, n.state);
CREATE INDEX redemption_of_reward IF NOT EXISTS FOR (n:Redemption) ON (n.rewardId, n.state);
