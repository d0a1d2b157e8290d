package dev.grapevine.graph.rule;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The most that one rule may give to a customer. Net: what the rule takes away makes room again.
 *
 * @param most at least 0
 */
public record Cap(@JsonProperty("max") long most, @JsonProperty("period") Per per) {}
