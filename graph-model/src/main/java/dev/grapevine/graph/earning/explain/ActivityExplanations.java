package dev.grapevine.graph.earning.explain;

import dev.grapevine.graph.activity.Activities;
import dev.grapevine.graph.activity.Activity;
import dev.grapevine.graph.earning.EarningStates;
import dev.grapevine.graph.earning.RuleBudgets;
import dev.grapevine.graph.earning.config.RuleHistories;
import dev.grapevine.graph.earning.engine.EarningEngine;
import dev.grapevine.graph.earning.engine.EarningState;
import dev.grapevine.graph.earning.engine.EvaluationResult;
import dev.grapevine.graph.kernel.command.Caller;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;

/**
 * Service that explains activities. What an activity earned is a function of the customer's history
 * up to it and of the rules of the time, so the explanation is calculated by the same engine and
 * not stored: it tells also why a rule gave nothing.
 */
@Component
public class ActivityExplanations {

    private final Activities activities;
    private final EarningStates earningStates;
    private final RuleHistories histories;
    private final RuleBudgets budgets;

    ActivityExplanations(
            Activities activities,
            EarningStates earningStates,
            RuleHistories histories,
            RuleBudgets budgets) {
        this.activities = activities;
        this.earningStates = earningStates;
        this.histories = histories;
        this.budgets = budgets;
    }

    /**
     * Explains what an activity earned, late and cancelled activities considered; empty if the
     * activity does not exist or is not visible to the caller. Cost: five round trips at most, and
     * an evaluation of the customer's history up to the activity.
     *
     * @param activityId {@code act_…}
     */
    public Optional<ActivityExplanation> explain(Caller caller, String activityId) {
        return Optional.ofNullable(activities.byIds(caller, List.of(activityId)).get(activityId))
                .map(activity -> new ActivityExplanation(activity, ruleTraces(activity)));
    }

    private List<EvaluationResult.RuleTrace> ruleTraces(Activity activity) {
        if (activity.cancelledAt() != null) {
            return List.of();
        }
        var customerIds = List.of(activity.customerId());
        var context = earningStates.contexts(customerIds).getFirst();
        var ruleHistory = histories.upTo(context.brandId(), context.revision());
        var engine =
                new EarningEngine(
                        ruleHistory,
                        context.customer(),
                        EarningState.none(),
                        budgets.used(ruleHistory.rulesWithBudgets(), customerIds));
        var history =
                earningStates.history(customerIds).getOrDefault(activity.customerId(), List.of());
        for (var earlier : history) {
            var facts = EarningStates.activityFacts(earlier);
            if (earlier.id().equals(activity.id())) {
                return engine.applyWithTraces(facts).traces();
            }
            engine.apply(facts);
        }
        return List.of();
    }
}
