package dev.grapevine.graph.rule;

/**
 * A version of a rule, as it is carried out.
 *
 * @param versionId {@code rlv_…}
 * @param key the rule's short name, unique in the brand
 * @param name what customers are told
 */
public record Rule(String versionId, String key, String name, RuleSpec spec) {}
