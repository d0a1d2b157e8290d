// What brands decide about earning, and how far their customers have come.
CREATE CONSTRAINT rulebook_brand_unique IF NOT EXISTS FOR (n:Rulebook) REQUIRE n.brandId IS UNIQUE;
CREATE CONSTRAINT decision_id_unique IF NOT EXISTS FOR (n:Decision) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT decision_version_unique IF NOT EXISTS FOR (n:Decision) REQUIRE n.versionKey IS UNIQUE;
CREATE INDEX decision_of_brand IF NOT EXISTS FOR (n:Decision) ON (n.brandId);

CREATE CONSTRAINT course_key_unique IF NOT EXISTS FOR (n:Course) REQUIRE n.key IS UNIQUE;
CREATE INDEX course_of_customer IF NOT EXISTS FOR (n:Course) ON (n.customerId);
CREATE CONSTRAINT rule_budget_unique IF NOT EXISTS FOR (n:RuleBudget) REQUIRE n.key IS UNIQUE;
