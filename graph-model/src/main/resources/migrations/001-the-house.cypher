// One id everywhere, and one key, made of the brand's id and what must be unique in it: a constraint on several
// properties would let a node pass that lacks one of them.
CREATE CONSTRAINT migration_name_unique IF NOT EXISTS FOR (n:Migration) REQUIRE n.name IS UNIQUE;
CREATE CONSTRAINT idempotency_key_scope_unique IF NOT EXISTS FOR (n:IdempotencyKey) REQUIRE n.scope IS UNIQUE;

CREATE CONSTRAINT brand_id_unique IF NOT EXISTS FOR (n:Brand) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT brand_key_unique IF NOT EXISTS FOR (n:Brand) REQUIRE n.key IS UNIQUE;

CREATE CONSTRAINT customer_id_unique IF NOT EXISTS FOR (n:Customer) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT customer_key_unique IF NOT EXISTS FOR (n:Customer) REQUIRE n.key IS UNIQUE;

CREATE CONSTRAINT subject_id_unique IF NOT EXISTS FOR (n:Subject) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT subject_key_unique IF NOT EXISTS FOR (n:Subject) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT activity_id_unique IF NOT EXISTS FOR (n:Activity) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT activity_key_unique IF NOT EXISTS FOR (n:Activity) REQUIRE n.key IS UNIQUE;
CREATE INDEX activity_history_of_kind IF NOT EXISTS FOR (n:Activity) ON (n.customerId, n.kind, n.occurredAt, n.id);
CREATE INDEX activity_history IF NOT EXISTS FOR (n:Activity) ON (n.customerId, n.occurredAt, n.id);

CREATE CONSTRAINT referral_forest_brand_unique IF NOT EXISTS FOR (n:ReferralForest) REQUIRE n.brandId IS UNIQUE;
CREATE CONSTRAINT referred_id_unique IF NOT EXISTS FOR ()-[r:REFERRED]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT referred_referee_unique IF NOT EXISTS FOR ()-[r:REFERRED]-() REQUIRE r.refereeId IS UNIQUE;

CREATE INDEX referred_history IF NOT EXISTS FOR ()-[r:REFERRED]-() ON (r.referrerId, r.at, r.refereeId);

CREATE CONSTRAINT contribution_id_unique IF NOT EXISTS FOR (n:Contribution) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT contribution_key_unique IF NOT EXISTS FOR (n:Contribution) REQUIRE n.key IS UNIQUE;
CREATE INDEX contribution_history IF NOT EXISTS FOR (n:Contribution) ON (n.customerId, n.submittedAt, n.id);
CREATE INDEX contribution_answers IF NOT EXISTS FOR (n:Contribution) ON (n.inReplyToId, n.submittedAt, n.id);
CREATE INDEX contribution_status IF NOT EXISTS FOR (n:Contribution) ON (n.brandId, n.status);
CREATE CONSTRAINT status_stamp_id_unique IF NOT EXISTS FOR (n:StatusStamp) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT voted_id_unique IF NOT EXISTS FOR ()-[r:VOTED]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT voted_key_unique IF NOT EXISTS FOR ()-[r:VOTED]-() REQUIRE r.key IS UNIQUE;

CREATE CONSTRAINT badge_id_unique IF NOT EXISTS FOR (n:Badge) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT badge_key_unique IF NOT EXISTS FOR (n:Badge) REQUIRE n.brandKey IS UNIQUE;
CREATE INDEX badge_kind IF NOT EXISTS FOR (n:Badge) ON (n.brandId, n.kind);
CREATE INDEX badge_brand IF NOT EXISTS FOR (n:Badge) ON (n.brandId);
CREATE CONSTRAINT badge_award_id_unique IF NOT EXISTS FOR (n:BadgeAward) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT badge_award_key_unique IF NOT EXISTS FOR (n:BadgeAward) REQUIRE n.key IS UNIQUE;

CREATE CONSTRAINT partner_id_unique IF NOT EXISTS FOR (n:Partner) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT api_key_id_unique IF NOT EXISTS FOR (n:ApiKey) REQUIRE n.id IS UNIQUE;
