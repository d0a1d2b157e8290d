package dev.grapevine.graph.earning.simulation;

import dev.grapevine.graph.activity.Activity;
import dev.grapevine.graph.earning.CustomerContext;
import dev.grapevine.graph.earning.EarningStates;
import dev.grapevine.graph.earning.RuleBudgets;
import dev.grapevine.graph.earning.config.RuleHistories;
import dev.grapevine.graph.earning.engine.ActivityFacts;
import dev.grapevine.graph.earning.engine.BudgetSource;
import dev.grapevine.graph.earning.engine.EarningEngine;
import dev.grapevine.graph.earning.engine.EarningState;
import dev.grapevine.graph.earning.engine.EvaluationResult;
import dev.grapevine.graph.earning.rule.Rule;
import dev.grapevine.graph.earning.rule.RuleHistory;
import dev.grapevine.graph.earning.tier.CustomerTier;
import dev.grapevine.graph.kernel.Times;

import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Simulator of one activity: replays the history of the customer in memory, with the activity and
 * with drafts.
 */
@Component
class ActivitySimulator {

    private final EarningStates earningStates;
    private final RuleHistories histories;
    private final RuleBudgets budgets;
    private final Times times;

    ActivitySimulator(
            EarningStates earningStates,
            RuleHistories histories,
            RuleBudgets budgets,
            Times times) {
        this.earningStates = earningStates;
        this.histories = histories;
        this.budgets = budgets;
        this.times = times;
    }

    /**
     * Evaluates an activity that is not recorded.
     *
     * @param activity activity as it would be recorded
     * @param drafts versions of rules that replace the published ones
     */
    SimulatedActivity simulate(Activity activity, List<Rule> drafts) {
        var context = earningStates.contexts(List.of(activity.customerId())).getFirst();
        var published = histories.upTo(context.brandId(), context.revision());
        var ruleHistory = published.with(drafts);
        var revision = RuleHistory.drafted(context.revision());
        var facts = EarningStates.activityFacts(activity, revision, context.flags());
        var history =
                earningStates
                        .history(List.of(activity.customerId()))
                        .getOrDefault(activity.customerId(), List.of())
                        .stream()
                        .map(EarningStates::activityFacts)
                        .toList();
        var customerIds = List.of(activity.customerId());
        var rules = published.rulesWithBudgets();
        var before = run(published, context, history, "", budgets.used(rules, customerIds));
        var historyWithActivity = new ArrayList<>(history);
        historyWithActivity.add(facts);
        historyWithActivity.sort(Comparator.comparing(ActivityFacts::position));
        var left = budgets.left(rules, customerIds).and(drafts);
        var isNext = context.canAppend(published, history.size(), facts);
        var after =
                run(
                        ruleHistory,
                        context,
                        historyWithActivity,
                        activity.id(),
                        isNext
                                ? onlyFor(activity.id(), left, budgets.used(rules, customerIds))
                                : left);
        var result = after.resultOf(activity.id());
        var corrections = new HashMap<>(after.sums());
        before.sums().forEach((currency, sum) -> corrections.merge(currency, -sum, Long::sum));
        for (var effect : result.pointsEffects()) {
            corrections.merge(effect.currency(), -effect.amount(), Long::sum);
        }
        corrections.values().removeIf(sum -> sum == 0);
        var tiers = CustomerTier.of(ruleHistory, after.state(), times.now());
        return new SimulatedActivity(activity, result, corrections, tiers);
    }

    /**
     * Returns remaining budgets for the simulated activity and used budgets for all others: an
     * activity at the end of the history does not change earlier results.
     */
    private static BudgetSource onlyFor(String simulatedId, BudgetSource left, BudgetSource used) {
        return (activityId, version, requested) ->
                (activityId.equals(simulatedId) ? left : used)
                        .reserve(activityId, version, requested);
    }

    /** Results of a replay and the state after it. */
    private record Run(List<EvaluationResult> results, EarningState state) {

        EvaluationResult resultOf(String activityId) {
            return results.stream()
                    .filter(result -> result.activity().activityId().equals(activityId))
                    .findFirst()
                    .orElseThrow();
        }

        Map<String, Long> sums() {
            var sums = new HashMap<String, Long>();
            for (var result : results) {
                result.pointsEffects()
                        .forEach(
                                effect ->
                                        sums.merge(effect.currency(), effect.amount(), Long::sum));
            }
            return sums;
        }
    }

    /**
     * Replays a history.
     *
     * @param tracedId id of the activity that is evaluated with rule traces
     */
    private static Run run(
            RuleHistory history,
            CustomerContext context,
            List<ActivityFacts> activities,
            String tracedId,
            BudgetSource budgetSource) {
        var state = EarningState.none();
        var earningEngine = new EarningEngine(history, context.customer(), state, budgetSource);
        var results =
                activities.stream()
                        .map(
                                it ->
                                        it.activityId().equals(tracedId)
                                                ? earningEngine.applyWithTraces(it)
                                                : earningEngine.apply(it))
                        .toList();
        return new Run(results, state);
    }
}
