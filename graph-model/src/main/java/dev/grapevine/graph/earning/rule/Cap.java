package dev.grapevine.graph.earning.rule;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Upper bound of the net points that one rule gives to a customer in a period: points that the rule
 * takes free up room.
 *
 * @param max maximum number of points, at least 0
 * @param period period of the bound
 */
public record Cap(@JsonProperty("max") long max, @JsonProperty("period") Period period) {}
