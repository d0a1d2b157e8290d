// All constraints and indexes. Nodes have a unique id and, if a value is unique in the brand, a unique key of the brand
// id and that value: a constraint on several properties would ignore a node that lacks one of them.
CREATE CONSTRAINT migration_name_unique IF NOT EXISTS FOR (n:Migration) REQUIRE n.name IS UNIQUE;
CREATE CONSTRAINT idempotency_key_hash_unique IF NOT EXISTS FOR (n:IdempotencyKey) REQUIRE n.keyHash IS UNIQUE;

CREATE CONSTRAINT brand_id_unique IF NOT EXISTS FOR (n:Brand) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT brand_key_unique IF NOT EXISTS FOR (n:Brand) REQUIRE n.key IS UNIQUE;

CREATE CONSTRAINT customer_id_unique IF NOT EXISTS FOR (n:Customer) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT customer_key_unique IF NOT EXISTS FOR (n:Customer) REQUIRE n.key IS UNIQUE;

CREATE CONSTRAINT activity_subject_id_unique IF NOT EXISTS FOR (n:ActivitySubject) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT activity_subject_key_unique IF NOT EXISTS FOR (n:ActivitySubject) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT activity_id_unique IF NOT EXISTS FOR (n:Activity) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT activity_key_unique IF NOT EXISTS FOR (n:Activity) REQUIRE n.key IS UNIQUE;
CREATE INDEX activity_history_of_kind IF NOT EXISTS FOR (n:Activity) ON (n.customerId, n.kind, n.occurredAt, n.id);
CREATE INDEX activity_history IF NOT EXISTS FOR (n:Activity) ON (n.customerId, n.occurredAt, n.id);
CREATE INDEX activity_of_brand IF NOT EXISTS FOR (n:Activity) ON (n.brandId, n.kind, n.occurredAt, n.customerId);

CREATE CONSTRAINT referral_lock_brand_unique IF NOT EXISTS FOR (n:ReferralLock) REQUIRE n.brandId IS UNIQUE;
CREATE CONSTRAINT referred_id_unique IF NOT EXISTS FOR ()-[r:REFERRED]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT referred_referee_unique IF NOT EXISTS FOR ()-[r:REFERRED]-() REQUIRE r.refereeId IS UNIQUE;
CREATE INDEX referred_history IF NOT EXISTS FOR ()-[r:REFERRED]-() ON (r.referrerId, r.listedAt, r.refereeId);
CREATE CONSTRAINT vouched_for_unique IF NOT EXISTS FOR ()-[r:VOUCHED_FOR]-() REQUIRE r.key IS UNIQUE;

CREATE CONSTRAINT contribution_id_unique IF NOT EXISTS FOR (n:Contribution) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT contribution_key_unique IF NOT EXISTS FOR (n:Contribution) REQUIRE n.key IS UNIQUE;
CREATE INDEX contribution_history IF NOT EXISTS FOR (n:Contribution) ON (n.customerId, n.submittedAt, n.id);
CREATE INDEX contribution_answers IF NOT EXISTS FOR (n:Contribution) ON (n.inReplyToId, n.submittedAt, n.id);
CREATE INDEX contribution_status IF NOT EXISTS FOR (n:Contribution) ON (n.brandId, n.status);
CREATE CONSTRAINT status_change_id_unique IF NOT EXISTS FOR (n:StatusChange) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT voted_id_unique IF NOT EXISTS FOR ()-[r:VOTED]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT voted_key_unique IF NOT EXISTS FOR ()-[r:VOTED]-() REQUIRE r.key IS UNIQUE;

CREATE CONSTRAINT badge_id_unique IF NOT EXISTS FOR (n:Badge) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT badge_key_unique IF NOT EXISTS FOR (n:Badge) REQUIRE n.brandKey IS UNIQUE;
CREATE INDEX badge_brand IF NOT EXISTS FOR (n:Badge) ON (n.brandId);
CREATE INDEX badge_history IF NOT EXISTS FOR (n:Badge) ON (n.brandId, n.createdAt, n.id);
CREATE CONSTRAINT badge_award_id_unique IF NOT EXISTS FOR (n:BadgeAward) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT badge_award_key_unique IF NOT EXISTS FOR (n:BadgeAward) REQUIRE n.key IS UNIQUE;
CREATE INDEX badge_award_history IF NOT EXISTS FOR (n:BadgeAward) ON (n.customerId, n.awardedAt, n.id);

CREATE CONSTRAINT partner_id_unique IF NOT EXISTS FOR (n:Partner) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT api_key_id_unique IF NOT EXISTS FOR (n:ApiKey) REQUIRE n.id IS UNIQUE;

// Entries are immutable but for the remainder of the lot that they opened. A constraint guarantees that at most one entry
// reverses an entry as a whole (reverses). The labels OpenLot, PendingLot and OpenHold keep the indexes of mutable nodes
// small, independent of the length of the history. Few entries take effect before they are booked: BackdatedEntry after
// all entries before them, OutOfOrderEntry not.
CREATE CONSTRAINT currency_id_unique IF NOT EXISTS FOR (n:Currency) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT currency_key_unique IF NOT EXISTS FOR (n:Currency) REQUIRE n.key IS UNIQUE;
CREATE INDEX currency_brand IF NOT EXISTS FOR (n:Currency) ON (n.brandId);

CREATE CONSTRAINT wallet_id_unique IF NOT EXISTS FOR (n:Wallet) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT wallet_key_unique IF NOT EXISTS FOR (n:Wallet) REQUIRE n.key IS UNIQUE;
CREATE INDEX wallet_customer IF NOT EXISTS FOR (n:Wallet) ON (n.customerId);
CREATE INDEX wallet_brand IF NOT EXISTS FOR (n:Wallet) ON (n.brandId, n.id);
CREATE INDEX wallet_due IF NOT EXISTS FOR (n:Wallet) ON (n.nextEventAt, n.id);

CREATE CONSTRAINT points_entry_id_unique IF NOT EXISTS FOR (n:PointsEntry) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT points_entry_reverses_unique IF NOT EXISTS FOR (n:PointsEntry) REQUIRE n.reverses IS UNIQUE;
CREATE INDEX points_entry_booked IF NOT EXISTS FOR (n:PointsEntry) ON (n.walletId, n.bookedAt, n.sequence);
CREATE INDEX backdated_entry_effective IF NOT EXISTS FOR (n:BackdatedEntry) ON (n.walletId, n.effectiveAt, n.sequence);
CREATE INDEX out_of_order_entry_effective IF NOT EXISTS FOR (n:OutOfOrderEntry)
  ON (n.walletId, n.effectiveAt, n.sequence);

CREATE CONSTRAINT lot_id_unique IF NOT EXISTS FOR (n:Lot) REQUIRE n.id IS UNIQUE;
CREATE INDEX open_lot_order IF NOT EXISTS FOR (n:OpenLot) ON (n.walletId, n.expiresAt, n.sequence);
CREATE INDEX pending_lot_order IF NOT EXISTS FOR (n:PendingLot) ON (n.walletId, n.availableAt);
CREATE INDEX pending_lot_wallet IF NOT EXISTS FOR (n:PendingLot) ON (n.walletId);

CREATE CONSTRAINT hold_id_unique IF NOT EXISTS FOR (n:Hold) REQUIRE n.id IS UNIQUE;
CREATE INDEX open_hold_order IF NOT EXISTS FOR (n:OpenHold) ON (n.walletId, n.expiresAt, n.id);

CREATE CONSTRAINT limit_usage_key_unique IF NOT EXISTS FOR (n:LimitUsage) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT declined_debit_id_unique IF NOT EXISTS FOR (n:DeclinedDebit) REQUIRE n.id IS UNIQUE;

// Coupons are looked up by number; couponKey guarantees that a coupon is issued at most once.
CREATE CONSTRAINT reward_id_unique IF NOT EXISTS FOR (n:Reward) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT reward_key_unique IF NOT EXISTS FOR (n:Reward) REQUIRE n.brandKey IS UNIQUE;
CREATE INDEX reward_catalogue IF NOT EXISTS FOR (n:Reward) ON (n.brandId, n.createdAt, n.id);

CREATE CONSTRAINT coupon_key_unique IF NOT EXISTS FOR (n:Coupon) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT coupon_number_unique IF NOT EXISTS FOR (n:Coupon) REQUIRE (n.rewardId, n.number) IS UNIQUE;
CREATE CONSTRAINT coupon_batch_id_unique IF NOT EXISTS FOR (n:CouponBatch) REQUIRE n.id IS UNIQUE;

CREATE CONSTRAINT redemption_id_unique IF NOT EXISTS FOR (n:Redemption) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT redemption_coupon_unique IF NOT EXISTS FOR (n:Redemption) REQUIRE n.couponKey IS UNIQUE;
CREATE INDEX redemption_history IF NOT EXISTS FOR (n:Redemption) ON (n.customerId, n.redeemedAt, n.id);
CREATE INDEX redemption_of_customer_and_reward IF NOT EXISTS FOR (n:Redemption) ON (n.customerId, n.rewardId, n.state);
CREATE INDEX redemption_of_reward IF NOT EXISTS FOR (n:Redemption) ON (n.rewardId, n.state);

CREATE CONSTRAINT activity_kind_id_unique IF NOT EXISTS FOR (n:ActivityKind) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT activity_kind_key_unique IF NOT EXISTS FOR (n:ActivityKind) REQUIRE n.brandKey IS UNIQUE;
CREATE INDEX activity_kind_brand IF NOT EXISTS FOR (n:ActivityKind) ON (n.brandId);
CREATE INDEX activity_kind_history IF NOT EXISTS FOR (n:ActivityKind) ON (n.brandId, n.createdAt, n.id);

CREATE CONSTRAINT engagement_definition_id_unique IF NOT EXISTS FOR (n:EngagementDefinition) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT engagement_definition_version_unique IF NOT EXISTS FOR (n:EngagementDefinition) REQUIRE n.versionKey IS UNIQUE;
CREATE INDEX engagement_definition_versions IF NOT EXISTS FOR (n:EngagementDefinition) ON (n.brandId, n.key, n.version);
CREATE INDEX engagement_definition_history IF NOT EXISTS FOR (n:EngagementDefinition) ON (n.brandId, n.createdAt, n.id);

CREATE CONSTRAINT earning_config_brand_unique IF NOT EXISTS FOR (n:EarningConfig) REQUIRE n.brandId IS UNIQUE;
CREATE CONSTRAINT config_version_id_unique IF NOT EXISTS FOR (n:ConfigVersion) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT config_version_key_unique IF NOT EXISTS FOR (n:ConfigVersion) REQUIRE n.versionKey IS UNIQUE;
CREATE INDEX config_version_brand IF NOT EXISTS FOR (n:ConfigVersion) ON (n.brandId);
CREATE INDEX config_version_history IF NOT EXISTS FOR (n:ConfigVersion) ON (n.brandId, n.type, n.draftedAt, n.id);

CREATE CONSTRAINT earning_snapshot_key_unique IF NOT EXISTS FOR (n:EarningSnapshot) REQUIRE n.key IS UNIQUE;
CREATE INDEX earning_snapshot_customer IF NOT EXISTS FOR (n:EarningSnapshot) ON (n.customerId);
CREATE CONSTRAINT rule_budget_unique IF NOT EXISTS FOR (n:RuleBudget) REQUIRE n.key IS UNIQUE;
