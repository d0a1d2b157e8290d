package dev.grapevine.graph.earning.simulation;

import dev.grapevine.graph.activity.RecordActivity;

import java.util.List;

/**
 * Request for the simulation of an activity.
 *
 * @param activity activity to simulate
 * @param ruleVersionIds ids of draft rule versions that are evaluated in place of the published
 *     versions of their rules, at most 20
 */
public record SimulateActivity(RecordActivity activity, List<String> ruleVersionIds) {}
