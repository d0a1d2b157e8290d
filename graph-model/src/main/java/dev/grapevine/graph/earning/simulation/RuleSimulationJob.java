package dev.grapevine.graph.earning.simulation;

import dev.grapevine.graph.earning.CustomerContext;
import dev.grapevine.graph.earning.RemainingBudgets;
import dev.grapevine.graph.earning.engine.ActivityFacts;
import dev.grapevine.graph.earning.engine.BudgetSource;
import dev.grapevine.graph.earning.engine.EarningEngine;
import dev.grapevine.graph.earning.engine.EarningState;
import dev.grapevine.graph.earning.rule.Rule;
import dev.grapevine.graph.earning.rule.RuleHistory;
import dev.grapevine.graph.ledger.RuleEffects.PostedEffect;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Running simulation. One thread processes customers; other threads read the intermediate result.
 */
final class RuleSimulationJob {

    private final String id;
    private final String brandId;
    private final RuleHistory ruleHistory;
    private final List<Rule> withBudgets;
    private final Function<ActivityFacts, ActivityFacts> withDrafts;
    private final OffsetDateTime startedAt;
    private final Map<String, long[]> totals = new TreeMap<>();
    private List<RuleSimulation.Difference> differences = new ArrayList<>();
    private RemainingBudgets budgets;
    private RemainingBudgets draftBudgets;
    private long customers;
    private long evaluatedCustomers;
    private long evaluatedActivities;
    private RuleSimulation.State state = RuleSimulation.State.RUNNING;
    private @Nullable String failure;
    private @Nullable OffsetDateTime endedAt;

    /**
     * @param published rule history of the brand
     * @param drafts drafts that replace published versions
     * @param withDrafts function from activity facts to those that are evaluated with the drafts
     */
    RuleSimulationJob(
            String id,
            String brandId,
            RuleHistory published,
            List<Rule> drafts,
            Function<ActivityFacts, ActivityFacts> withDrafts,
            long customers,
            OffsetDateTime startedAt) {
        this.id = id;
        this.brandId = brandId;
        this.ruleHistory = published.with(drafts);
        this.withBudgets = published.rulesWithBudgets();
        this.withDrafts = withDrafts;
        this.budgets = RemainingBudgets.used(withBudgets);
        this.draftBudgets = RemainingBudgets.used(withBudgets).and(drafts);
        this.customers = customers;
        this.startedAt = startedAt;
    }

    String id() {
        return id;
    }

    String brandId() {
        return brandId;
    }

    OffsetDateTime startedAt() {
        return startedAt;
    }

    synchronized boolean isRunning() {
        return state == RuleSimulation.State.RUNNING;
    }

    /** Returns true if the points that customers received from budgets have to be loaded. */
    boolean needsGrantedPoints() {
        return !withBudgets.isEmpty();
    }

    /** Sets the points that the next customers received from budgets. */
    void granted(List<PostedEffect> posted) {
        budgets = RemainingBudgets.used(withBudgets).granted(posted);
        draftBudgets = new RemainingBudgets(draftBudgets.left()).granted(posted);
    }

    /** Replays one customer by the published rules and with the drafts. */
    void replay(CustomerContext context, List<ActivityFacts> history) {
        var before = sums(context, history, Function.identity(), budgets);
        var after = sums(context, history, withDrafts, draftBudgets);
        addResult(context.customerId(), before, after, history.size());
    }

    private Map<String, Long> sums(
            CustomerContext context,
            List<ActivityFacts> history,
            Function<ActivityFacts, ActivityFacts> revisionOf,
            BudgetSource budgetSource) {
        var earningEngine =
                new EarningEngine(
                        ruleHistory, context.customer(), EarningState.none(), budgetSource);
        var sums = new HashMap<String, Long>();
        for (var facts : history) {
            earningEngine
                    .apply(revisionOf.apply(facts))
                    .pointsEffects()
                    .forEach(effect -> sums.merge(effect.currency(), effect.amount(), Long::sum));
        }
        return sums;
    }

    private synchronized void addResult(
            String customerId,
            Map<String, Long> before,
            Map<String, Long> after,
            int activityCount) {
        evaluatedCustomers += 1;
        evaluatedActivities += activityCount;
        var currencies = new HashSet<>(before.keySet());
        currencies.addAll(after.keySet());
        for (var currency : currencies) {
            var pointsBefore = before.getOrDefault(currency, 0L);
            var pointsAfter = after.getOrDefault(currency, 0L);
            var total = totals.computeIfAbsent(currency, _ -> new long[3]);
            total[0] += pointsBefore;
            total[1] += pointsAfter;
            if (pointsBefore.longValue() != pointsAfter.longValue()) {
                total[2] += 1;
                differences.add(
                        new RuleSimulation.Difference(
                                customerId, currency, pointsBefore, pointsAfter));
            }
        }
    }

    synchronized void end(OffsetDateTime at, @Nullable String failureReason) {
        failure = failureReason;
        state = failureReason == null ? RuleSimulation.State.DONE : RuleSimulation.State.FAILED;
        endedAt = at;
        customers = Math.max(customers, evaluatedCustomers);
        differences =
                differences.stream()
                        .sorted(
                                Comparator.comparingLong(
                                                (RuleSimulation.Difference it) ->
                                                        -Math.abs(it.after() - it.before()))
                                        .thenComparing(RuleSimulation.Difference::customerId)
                                        .thenComparing(RuleSimulation.Difference::currency))
                        .toList();
    }

    synchronized RuleSimulation toRuleSimulation() {
        var sums =
                totals.entrySet().stream()
                        .map(
                                it ->
                                        new RuleSimulation.Total(
                                                it.getKey(),
                                                it.getValue()[0],
                                                it.getValue()[1],
                                                it.getValue()[2]))
                        .toList();
        return new RuleSimulation(
                id,
                brandId,
                state,
                evaluatedCustomers,
                Math.max(customers, evaluatedCustomers),
                evaluatedActivities,
                sums,
                failure,
                startedAt,
                endedAt);
    }

    synchronized List<RuleSimulation.Difference> differences(int from, int max) {
        return state == RuleSimulation.State.RUNNING
                ? List.of()
                : differences.stream().skip(from).limit(max).toList();
    }
}
