package dev.grapevine.graph.earning.engine;

import static dev.grapevine.graph.earning.engine.RuleDraft.rule;

import dev.grapevine.graph.earning.rule.Aggregate;
import dev.grapevine.graph.earning.rule.Aggregate.Type;
import dev.grapevine.graph.earning.rule.BadgeCriteria;
import dev.grapevine.graph.earning.rule.BadgeCriteria.Measure;
import dev.grapevine.graph.earning.rule.BadgeCriteria.MeasurePeriod;
import dev.grapevine.graph.earning.rule.Comparison;
import dev.grapevine.graph.earning.rule.Condition;
import dev.grapevine.graph.earning.rule.Period;
import dev.grapevine.graph.earning.rule.PointsFormula;
import dev.grapevine.graph.earning.rule.TierSet;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Rules that use every kind of counter. */
final class RandomRules {

    private static final String[] KINDS = {"order", "visit", "review"};

    private RandomRules() {}

    static TestRules make() {
        var testRules =
                TestRules.of(
                        each("quantity").gives(new PointsFormula.PerQuantity(BigDecimal.TEN)),
                        each("capped").atMost(25, Period.DAY).atMost(60, Period.WEEK),
                        each("monthly")
                                .gives(15)
                                .atMost(100, Period.MONTH)
                                .atMost(500, Period.YEAR),
                        each("third").when(new Condition.NthOfKind(3, true)),
                        each("fans").when(new Condition.HasBadge("fan")),
                        each("silver").when(new Condition.TierIn("rolling", List.of("silver"))));
        for (var type : Type.values()) {
            testRules = windowed(testRules, type);
        }
        return withBadges(testRules)
                .cap("all", 200, Period.DAY)
                .cap("some", 90, Period.WEEK, "quantity", "third")
                .floor("zero", 0)
                .tierSet("rolling", tierSet(30, null))
                .tierSet("monthly", tierSet(null, Period.MONTH));
    }

    private static RuleDraft each(String key) {
        return rule(key).forKinds(KINDS).zone("Europe/Berlin");
    }

    private static TierSet tierSet(Integer days, Period period) {
        return new TierSet(
                "POINTS", days, period, 5, "Europe/Berlin", TestRules.tiers("1", "1.5", "2"));
    }

    private static TestRules windowed(TestRules testRules, Type type) {
        var aggregate = new Aggregate(type, List.of(KINDS), 30);
        var aggregateIs = new Condition.AggregateIs(aggregate, Comparison.GREATER, BigDecimal.TWO);
        return testRules.and(
                each("aggregate-" + type.name().toLowerCase(Locale.ROOT)).when(aggregateIs));
    }

    private static TestRules withBadges(TestRules testRules) {
        return testRules
                .badge("fan", all(Badges.of(Measure.QUANTITY, 50, 500, 5_000)))
                .badge("value", all(Badges.of(Measure.VALUE, 100, 1_000)))
                .badge("days", all(Badges.of(Measure.DISTINCT_DAYS, 3, 30, 3_000)))
                .badge("streak", all(Badges.of(Measure.STREAK_OF_DAYS, 2, 5)))
                .badge("daily", all(Badges.count(2).in(MeasurePeriod.DAY).repeatable()))
                .badge("weekly", all(Badges.count(3).in(MeasurePeriod.WEEK).repeatable()))
                .badge("monthly", all(Badges.count(4).in(MeasurePeriod.MONTH)))
                .badge("kinds", all(Badges.of(Measure.DISTINCT_KINDS, 3).in(MeasurePeriod.YEAR)))
                .badge("loved", all(Badges.count(3).in(MeasurePeriod.CONTRIBUTION).repeatable()))
                .badge("seen", all(Badges.of(Measure.DISTINCT_CONTRIBUTIONS, 3)));
    }

    private static BadgeCriteria all(Badges badge) {
        return badge.counting("visit", 1).counting("review", 2).zone("Europe/Berlin").make();
    }
}
