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

/** Goes over a course in memory, with one activity more and with drafts. */
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
     * @param activity what would be recorded
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
        var own = List.of(activity.customerId());
        var rules = published.rulesWithBudgets();
        var before = run(published, context, history, "", budgets.used(rules, own));
        var with = new ArrayList<>(history);
        with.add(facts);
        with.sort(Comparator.comparing(ActivityFacts::position));
        var left = budgets.left(rules, own).and(drafts);
        var isNext = context.canAppend(published, history.size(), facts);
        var after =
                run(
                        ruleHistory,
                        context,
                        with,
                        activity.id(),
                        isNext ? onlyFor(activity.id(), left, budgets.used(rules, own)) : left);
        var result = after.verdict(activity.id());
        var corrections = new HashMap<>(after.sums());
        before.sums().forEach((currency, sum) -> corrections.merge(currency, -sum, Long::sum));
        for (var effect : result.pointsEffects()) {
            corrections.merge(effect.currency(), -effect.amount(), Long::sum);
        }
        corrections.values().removeIf(sum -> sum == 0);
        var tiers = CustomerTier.of(ruleHistory, after.progress(), times.now());
        return new SimulatedActivity(activity, result, corrections, tiers);
    }

    /** What comes next changes nothing for those before it, whatever is left by now. */
    private static BudgetSource onlyFor(String asked, BudgetSource left, BudgetSource used) {
        return (activityId, version, wanted) ->
                (activityId.equals(asked) ? left : used).reserve(activityId, version, wanted);
    }

    /** A course gone over. */
    private record Run(List<EvaluationResult> verdicts, EarningState progress) {

        EvaluationResult verdict(String activityId) {
            return verdicts.stream()
                    .filter(result -> result.activity().activityId().equals(activityId))
                    .findFirst()
                    .orElseThrow();
        }

        Map<String, Long> sums() {
            var sums = new HashMap<String, Long>();
            for (var result : verdicts) {
                result.pointsEffects()
                        .forEach(
                                effect ->
                                        sums.merge(effect.currency(), effect.amount(), Long::sum));
            }
            return sums;
        }
    }

    /**
     * @param asked the activity of which is to be said what became of each rule
     */
    private static Run run(
            RuleHistory history,
            CustomerContext context,
            List<ActivityFacts> factses,
            String asked,
            BudgetSource budgetSource) {
        var state = EarningState.none();
        var earningEngine = new EarningEngine(history, context.member(), state, budgetSource);
        var results =
                factses.stream()
                        .map(
                                it ->
                                        it.activityId().equals(asked)
                                                ? earningEngine.applyWithTraces(it)
                                                : earningEngine.apply(it))
                        .toList();
        return new Run(results, state);
    }
}
