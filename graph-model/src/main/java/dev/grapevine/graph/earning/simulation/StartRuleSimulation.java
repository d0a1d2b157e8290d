package dev.grapevine.graph.earning.simulation;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * Asks what drafts would have given.
 *
 * @param drafts ids of drafts of rules, each in place of the published version of its rule; at most
 *     20
 * @param from the drafts concern what happened from then on
 * @param to and before then
 */
public record StartRuleSimulation(List<String> drafts, OffsetDateTime from, OffsetDateTime to) {}
