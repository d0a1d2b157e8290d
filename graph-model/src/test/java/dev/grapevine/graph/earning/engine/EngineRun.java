package dev.grapevine.graph.earning.engine;

import dev.grapevine.graph.earning.rule.RuleHistory;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;

/** Run of the engine for a customer who joined at the beginning of 2026. */
final class EngineRun {

    private static final CustomerRef CUSTOMER =
            new CustomerRef("cus_1", OffsetDateTime.parse("2026-01-01T00:00:00Z"));

    private final RuleHistory history;
    private final EarningState state = EarningState.none();
    private final EarningEngine earningEngine;
    private int number;

    private EngineRun(RuleHistory history, CustomerRef customer, BudgetSource budgetSource) {
        this.history = history;
        earningEngine = new EarningEngine(history, customer, state, budgetSource);
    }

    static EngineRun through(TestRules testRules) {
        return through(testRules.history());
    }

    static EngineRun through(RuleHistory history) {
        return new EngineRun(history, CUSTOMER, BudgetSource.UNLIMITED);
    }

    static EngineRun through(TestRules testRules, BudgetSource budgetSource) {
        return new EngineRun(testRules.history(), CUSTOMER, budgetSource);
    }

    static EngineRun of(CustomerRef customer, TestRules testRules) {
        return new EngineRun(testRules.history(), customer, BudgetSource.UNLIMITED);
    }

    EvaluationResult apply(TestActivity testActivity) {
        return earningEngine.applyWithTraces(testActivity.toFacts(number++));
    }

    /** Points of each activity. */
    List<Long> points(TestActivity... testActivities) {
        return Arrays.stream(testActivities).map(this::point).toList();
    }

    long point(TestActivity testActivity) {
        return apply(testActivity).pointsEffects().stream()
                .mapToLong(EvaluationResult.PointsEffect::amount)
                .sum();
    }

    /** Badges that an activity earns: key, level and period key. */
    List<String> badges(TestActivity testActivity) {
        return apply(testActivity).badgeEffects().stream()
                .map(
                        it ->
                                it.badgeKey()
                                        + " "
                                        + it.level()
                                        + it.periodKey().transform(EngineRun::suffix))
                .toList();
    }

    private static String suffix(String periodKey) {
        return periodKey.isEmpty() ? "" : " " + periodKey;
    }

    TierStatus status(String at) {
        return TierStatus.of(
                history.tierSets().getFirst(), state, OffsetDateTime.parse(at + "T12:00:00Z"));
    }

    String tier(String day) {
        return status(day).tier().key();
    }

    EarningState progress() {
        return state;
    }
}
