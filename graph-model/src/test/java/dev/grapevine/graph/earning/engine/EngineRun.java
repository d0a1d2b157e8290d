package dev.grapevine.graph.earning.engine;

import dev.grapevine.graph.earning.rule.RuleHistory;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;

/** A customer on their way through a rulebook, who joined at the beginning of 2026. */
final class EngineRun {

    private static final CustomerRef MEMBER =
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
        return through(testRules.rulebook());
    }

    static EngineRun through(RuleHistory history) {
        return new EngineRun(history, MEMBER, BudgetSource.UNLIMITED);
    }

    static EngineRun through(TestRules testRules, BudgetSource budgetSource) {
        return new EngineRun(testRules.rulebook(), MEMBER, budgetSource);
    }

    static EngineRun of(CustomerRef customer, TestRules testRules) {
        return new EngineRun(testRules.rulebook(), customer, BudgetSource.UNLIMITED);
    }

    EvaluationResult take(TestActivity testActivity) {
        return earningEngine.applyWithTraces(testActivity.happening(number++));
    }

    /** What the activities bring in all, each. */
    List<Long> points(TestActivity... testActivities) {
        return Arrays.stream(testActivities).map(this::point).toList();
    }

    long point(TestActivity testActivity) {
        return take(testActivity).pointsEffects().stream()
                .mapToLong(EvaluationResult.PointsEffect::amount)
                .sum();
    }

    /** The badges that an activity earns, as key, level and scope. */
    List<String> honours(TestActivity testActivity) {
        return take(testActivity).badgeEffects().stream()
                .map(
                        it ->
                                it.badgeKey()
                                        + " "
                                        + it.level()
                                        + it.periodKey().transform(EngineRun::after))
                .toList();
    }

    private static String after(String scope) {
        return scope.isEmpty() ? "" : " " + scope;
    }

    TierStatus standing(String at) {
        return TierStatus.of(
                history.tierSets().getFirst(), state, OffsetDateTime.parse(at + "T12:00:00Z"));
    }

    String tier(String day) {
        return standing(day).tier().key();
    }

    EarningState progress() {
        return state;
    }
}
