package dev.grapevine.graph.earning.engine;

import dev.grapevine.graph.earning.rule.RuleHistory;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;

/** A customer on their way through a rulebook, who joined at the beginning of 2026. */
final class Journey {

    private static final CustomerRef MEMBER =
            new CustomerRef("cus_1", OffsetDateTime.parse("2026-01-01T00:00:00Z"));

    private final RuleHistory ruleHistory;
    private final EarningState earningState = EarningState.none();
    private final EarningEngine earningEngine;
    private int number;

    private Journey(RuleHistory ruleHistory, CustomerRef customerRef, BudgetSource budgetSource) {
        this.ruleHistory = ruleHistory;
        earningEngine = new EarningEngine(ruleHistory, customerRef, earningState, budgetSource);
    }

    static Journey through(Book book) {
        return through(book.rulebook());
    }

    static Journey through(RuleHistory ruleHistory) {
        return new Journey(ruleHistory, MEMBER, BudgetSource.ENDLESS);
    }

    static Journey through(Book book, BudgetSource budgetSource) {
        return new Journey(book.rulebook(), MEMBER, budgetSource);
    }

    static Journey of(CustomerRef customerRef, Book book) {
        return new Journey(book.rulebook(), customerRef, BudgetSource.ENDLESS);
    }

    EvaluationResult take(Doing doing) {
        return earningEngine.applyWithTraces(doing.happening(number++));
    }

    /** What the activities bring in all, each. */
    List<Long> points(Doing... doings) {
        return Arrays.stream(doings).map(this::point).toList();
    }

    long point(Doing doing) {
        return take(doing).pointsEffects().stream()
                .mapToLong(EvaluationResult.PointsEffect::amount)
                .sum();
    }

    /** The badges that an activity earns, as key, level and scope. */
    List<String> honours(Doing doing) {
        return take(doing).badgeEffects().stream()
                .map(
                        it ->
                                it.badgeKey()
                                        + " "
                                        + it.level()
                                        + it.periodKey().transform(Journey::after))
                .toList();
    }

    private static String after(String scope) {
        return scope.isEmpty() ? "" : " " + scope;
    }

    TierStatus standing(String at) {
        return TierStatus.of(
                ruleHistory.tierSets().getFirst(),
                earningState,
                OffsetDateTime.parse(at + "T12:00:00Z"));
    }

    String tier(String day) {
        return standing(day).tier().key();
    }

    EarningState progress() {
        return earningState;
    }
}
