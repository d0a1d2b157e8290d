package dev.grapevine.graph.earning;

import dev.grapevine.graph.course.Budgets;
import dev.grapevine.graph.course.Course;
import dev.grapevine.graph.course.Happening;
import dev.grapevine.graph.course.Progress;
import dev.grapevine.graph.points.Earnings.Earned;
import dev.grapevine.graph.rule.Rule;
import dev.grapevine.graph.rule.Rulebook;

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
final class HistoryJob {

    private final String id;
    private final String brandId;
    private final Rulebook rulebook;
    private final List<Rule> withBudgets;
    private final Function<Happening, Happening> drafted;
    private final OffsetDateTime startedAt;
    private final Map<String, long[]> totals = new TreeMap<>();
    private List<Simulation.Difference> differences = new ArrayList<>();
    private RemainingBudgets budgets;
    private RemainingBudgets draftedBudgets;
    private long customers;
    private long done;
    private long activities;
    private Simulation.State state = Simulation.State.RUNNING;
    private @Nullable String failure;
    private @Nullable OffsetDateTime endedAt;

    /**
     * @param published what is in force
     * @param drafted what a happening is reckoned as, with drafts
     */
    HistoryJob(
            String id,
            String brandId,
            Rulebook published,
            List<Rule> drafts,
            Function<Happening, Happening> drafted,
            long customers,
            OffsetDateTime startedAt) {
        this.id = id;
        this.brandId = brandId;
        this.rulebook = published.with(drafts);
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
        return state == Simulation.State.RUNNING;
    }

    /** Whether it has to know what customers were given out of budgets. */
    boolean asksWhatWasGiven() {
        return !withBudgets.isEmpty();
    }

    /** Gets to know what the customers were given who are next. */
    void given(List<Earned> earned) {
        budgets = RemainingBudgets.used(withBudgets).given(earned);
        draftedBudgets = new RemainingBudgets(draftedBudgets.left()).given(earned);
    }

    /** Goes over the course of one more customer. */
    void goOver(Traveller traveller, List<Happening> history) {
        var before = sums(traveller, history, Function.identity(), budgets);
        var after = sums(traveller, history, drafted, draftedBudgets);
        note(traveller.customerId(), before, after, history.size());
    }

    private Map<String, Long> sums(
            Traveller traveller,
            List<Happening> history,
            Function<Happening, Happening> reckoned,
            Budgets budgets) {
        var course = new Course(rulebook, traveller.member(), Progress.none(), budgets);
        var sums = new HashMap<String, Long>();
        for (var happening : history) {
            course.take(reckoned.apply(happening))
                    .gains()
                    .forEach(gain -> sums.merge(gain.currency(), gain.amount(), Long::sum));
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
                differences.add(new Simulation.Difference(customerId, currency, was, is));
            }
        }
    }

    synchronized void end(OffsetDateTime at, @Nullable String why) {
        failure = why;
        state = why == null ? Simulation.State.DONE : Simulation.State.FAILED;
        endedAt = at;
        customers = Math.max(customers, done);
        differences =
                differences.stream()
                        .sorted(
                                Comparator.comparingLong(
                                                (Simulation.Difference it) ->
                                                        -Math.abs(it.after() - it.before()))
                                        .thenComparing(Simulation.Difference::customerId)
                                        .thenComparing(Simulation.Difference::currency))
                        .toList();
    }

    synchronized Simulation seen() {
        var sums =
                totals.entrySet().stream()
                        .map(
                                it ->
                                        new Simulation.Total(
                                                it.getKey(),
                                                it.getValue()[0],
                                                it.getValue()[1],
                                                it.getValue()[2]))
                        .toList();
        return new Simulation(
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

    synchronized List<Simulation.Difference> differences(int from, int most) {
        return state == Simulation.State.RUNNING
                ? List.of()
                : differences.stream().skip(from).limit(most).toList();
    }
}
