package dev.grapevine.api.earning.config;

/** Input of {@code publishRule} and {@code retireRule}. */
record RuleVersionInput(String ruleVersionId) {}
