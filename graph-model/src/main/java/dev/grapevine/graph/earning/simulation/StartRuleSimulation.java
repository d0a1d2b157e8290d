package dev.grapevine.graph.earning.simulation;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * Request for a simulation of draft rules over the history of a brand.
 *
 * @param ruleVersionIds ids of draft rule versions that are evaluated in place of the published
 *     versions of their rules, at most 20
 * @param from start of the occurrence times evaluated with the drafts, inclusive
 * @param until end of the occurrence times evaluated with the drafts, exclusive
 */
public record StartRuleSimulation(
        List<String> ruleVersionIds, OffsetDateTime from, OffsetDateTime until) {}
