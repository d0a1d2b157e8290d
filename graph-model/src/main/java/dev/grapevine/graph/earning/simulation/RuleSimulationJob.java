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

/** One simulation under way: what it knows so far. One thread goes on with it, others look. */
final class RuleSimulationJob {

    private final String id;
    private final String brandId;
    private final RuleHistory ruleHistory;
    private final List<Rule> withBudgets;
    private final Function<ActivityFacts, ActivityFacts> drafted;
    private final OffsetDateTime startedAt;
    private final Map<String, long[]> totals = new TreeMap<>();
    private List<RuleSimulation.Difference> differences = new ArrayList<>();
    private RemainingBudgets budgets;
    private RemainingBudgets draftedBudgets;
    private long customers;
    private long done;
    private long activities;
    private RuleSimulation.State state = RuleSimulation.State.RUNNING;
    private @Nullable String failure;
    private @Nullable OffsetDateTime endedAt;

    /**
     * @param published what is in force
     * @param drafted what a happening is reckoned as, with drafts
     */
    RuleSimulationJob(
            String id,
            String brandId,
            RuleHistory published,
            List<Rule> drafts,
            Function<ActivityFacts, ActivityFacts> drafted,
            long customers,
            OffsetDateTime startedAt) {
        this.id = id;
        this.brandId = brandId;
        this.ruleHistory = published.with(drafts);
        this.withBudgets = published.rulesWithBudgets();
        this.drafted = drafted;
        this.budgets = RemainingBudgets.used(withBudgets);
        this.draftedBudgets = RemainingBudgets.used(withBudgets).and(drafts);
        this.customers = customers;
        this.startedAt = startedAt;
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

    /** Whether it has to know what customers were given out of budgets. */
    boolean needsGrantedPoints() {
        return !withBudgets.isEmpty();
    }

    /** Gets to know what the customers were given who are next. */
    void granted(List<PostedEffect> postedEffect) {
        budgets = RemainingBudgets.used(withBudgets).granted(postedEffect);
        draftedBudgets = new RemainingBudgets(draftedBudgets.left()).granted(postedEffect);
    }

    /** Goes over the course of one more customer. */
    void replay(CustomerContext context, List<ActivityFacts> history) {
        var before = sums(context, history, Function.identity(), budgets);
        var after = sums(context, history, drafted, draftedBudgets);
        note(context.customerId(), before, after, history.size());
    }

    private Map<String, Long> sums(
            CustomerContext context,
            List<ActivityFacts> history,
            Function<ActivityFacts, ActivityFacts> reckoned,
            BudgetSource budgetSource) {
        var earningEngine =
                new EarningEngine(ruleHistory, context.member(), EarningState.none(), budgetSource);
        var sums = new HashMap<String, Long>();
        for (var facts : history) {
            earningEngine
                    .apply(reckoned.apply(facts))
                    .pointsEffects()
                    .forEach(effect -> sums.merge(effect.currency(), effect.amount(), Long::sum));
        }
        return sums;
    }

    private synchronized void note(
            String customerId, Map<String, Long> before, Map<String, Long> after, int more) {
        done += 1;
        activities += more;
        var currencies = new HashSet<>(before.keySet());
        currencies.addAll(after.keySet());
        for (var currency : currencies) {
            var was = before.getOrDefault(currency, 0L);
            var is = after.getOrDefault(currency, 0L);
            var total = totals.computeIfAbsent(currency, _ -> new long[3]);
            total[0] += was;
            total[1] += is;
            if (was.longValue() != is.longValue()) {
                total[2] += 1;
                differences.add(new RuleSimulation.Difference(customerId, currency, was, is));
            }
        }
    }

    synchronized void end(OffsetDateTime at, @Nullable String why) {
        failure = why;
        state = why == null ? RuleSimulation.State.DONE : RuleSimulation.State.FAILED;
        endedAt = at;
        customers = Math.max(customers, done);
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

    synchronized RuleSimulation processed() {
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
                done,
                Math.max(customers, done),
                activities,
                sums,
                failure,
                startedAt,
                endedAt);
    }

    synchronized List<RuleSimulation.Difference> differences(int from, int most) {
        return state == RuleSimulation.State.RUNNING
                ? List.of()
                : differences.stream().skip(from).limit(most).toList();
    }
}
