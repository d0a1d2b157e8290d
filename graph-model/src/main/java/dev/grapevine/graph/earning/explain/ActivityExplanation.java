package dev.grapevine.graph.earning.explain;

import dev.grapevine.graph.activity.Activity;
import dev.grapevine.graph.earning.engine.EvaluationResult;

import java.util.List;

/**
 * Explanation of what an activity earned.
 *
 * @param ruleTraces trace of each rule for the activity's kind; empty if the activity is cancelled
 */
public record ActivityExplanation(Activity activity, List<EvaluationResult.RuleTrace> ruleTraces) {}
