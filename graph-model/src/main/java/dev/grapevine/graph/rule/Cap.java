package dev.grapevine.graph.rule;

/**
 * The most that one rule may give to a customer. Net: what the rule takes away makes room again.
 *
 * @param most at least 0
 */
public record Cap(long most, Per per) {}
