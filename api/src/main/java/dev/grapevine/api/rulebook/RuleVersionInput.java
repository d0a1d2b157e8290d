package dev.grapevine.api.rulebook;

/** The version of a rule to publish or retire. */
record RuleVersionInput(String ruleVersionId, String idempotencyKey) {}
