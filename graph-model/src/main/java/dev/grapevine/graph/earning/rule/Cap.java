package dev.grapevine.graph.earning.rule;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The most that one rule may give to a customer. Net: what the rule takes away makes room again.
 *
 * @param max at least 0
 */
public record Cap(@JsonProperty("max") long max, @JsonProperty("period") Period per) {}
