package dev.grapevine.api.earning.config;

/** The version of a rule to publish or retire. */
record RuleVersionInput(String ruleVersionId, String idempotencyKey) {}
