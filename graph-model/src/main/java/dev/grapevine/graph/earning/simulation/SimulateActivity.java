package dev.grapevine.graph.earning.simulation;

import dev.grapevine.graph.activity.RecordActivity;

import java.util.List;

/**
 * Asks what would come of an activity.
 *
 * @param drafts ids of drafts of rules that are to be thought in force besides; at most 20
 */
public record SimulateActivity(RecordActivity activity, List<String> drafts) {}
