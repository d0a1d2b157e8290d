package dev.grapevine.graph.earning.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.earning.config.SpecJson;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;

/** Configuration is stored as JSON and read as written. */
class StoredSpecTests {

    private static final List<Condition> EACH_CONDITION =
            List.of(
                    new Condition.Any(List.of(new Condition.HasReferrer())),
                    new Condition.Not(new Condition.KindIn(List.of("order"))),
                    new Condition.ChannelIn(List.of("app")),
                    new Condition.FieldIs("size", Comparison.NOT_EQUAL, "XL"),
                    new Condition.ValueIs(Comparison.AT_MOST, new BigDecimal("10.50")),
                    new Condition.QuantityIs(Comparison.GREATER, 3),
                    new Condition.ContributionCondition(List.of("idea"), false),
                    new Condition.ContributionCondition(List.of(), null),
                    new Condition.TimeOfDay(LocalTime.of(22, 0), LocalTime.MIDNIGHT),
                    new Condition.Weekdays(List.of(DayOfWeek.MONDAY)),
                    new Condition.TierIn("main", List.of("gold")),
                    new Condition.HasBadge("fan"),
                    new Condition.MembershipDays(Comparison.LESS, 30),
                    new Condition.NthOfKind(5, true),
                    new Condition.AggregateIs(
                            new Aggregate(Aggregate.Type.DISTINCT_DAYS, List.of("order"), null),
                            Comparison.EQUAL,
                            new BigDecimal("7")),
                    new Condition.ExpressionIs("quantity > 1"));

    @Test
    void ruleWithEachConditionIsReadAsWritten() {
        var spec =
                new RuleSpec(
                        List.of("order", "visit"),
                        new Condition.All(EACH_CONDITION),
                        new PointsAction(
                                "POINTS", new PointsFormula.Fixed(-5), Rounding.HALF_UP, true),
                        new Multiplier(new BigDecimal("1.50"), List.of("other")),
                        "fan",
                        -3,
                        "group",
                        List.of(new Cap(10, Period.WEEK)),
                        1_000L,
                        "Europe/Berlin",
                        OffsetDateTime.parse("2026-01-01T00:00:00Z"),
                        null);
        assertThat(SpecJson.read(SpecJson.of(spec), RuleSpec.class)).isEqualTo(spec);
    }

    @Test
    void eachPointsFormulaIsReadAsWritten() {
        for (PointsFormula formula :
                List.of(
                        new PointsFormula.Fixed(7),
                        new PointsFormula.PerQuantity(new BigDecimal("0.000001")),
                        new PointsFormula.PerValue(new BigDecimal("1E+3"), new BigDecimal("0.10")),
                        new PointsFormula.ByExpression("quantity * 2"))) {
            var effect = new PointsAction("POINTS", formula, Rounding.DOWN, false);
            assertThat(SpecJson.read(SpecJson.of(effect), PointsAction.class)).isEqualTo(effect);
        }
    }

    @Test
    void limitTierSetAndBadgeAreReadAsWritten() {
        var earningLimit =
                new EarningLimit(
                        EarningLimit.Type.CAP, "POINTS", List.of("a"), 5, Period.MONTH, "UTC");
        assertThat(SpecJson.read(SpecJson.of(earningLimit), EarningLimit.class))
                .isEqualTo(earningLimit);
        var tier = new TierSet.Tier("gold", "Gold", 0, null, new BigDecimal("1.5"), List.of("Tea"));
        var tierSet = new TierSet("POINTS", 365, null, 30, "UTC", List.of(tier));
        assertThat(SpecJson.read(SpecJson.of(tierSet), TierSet.class)).isEqualTo(tierSet);
        var criteria =
                new BadgeCriteria(
                        List.of(new BadgeCriteria.WeightedKind("vote", -1)),
                        new Condition.HasReferrer(),
                        BadgeCriteria.Measure.STREAK_OF_DAYS,
                        BadgeCriteria.MeasurePeriod.CONTRIBUTION,
                        true,
                        List.of(new BadgeCriteria.Level("Gold", 5)),
                        true,
                        "UTC");
        assertThat(SpecJson.read(SpecJson.of(criteria), BadgeCriteria.class)).isEqualTo(criteria);
    }

    @Test
    void timeIsReadAsTheSameInstant() {
        var from = OffsetDateTime.parse("2026-01-01T00:00:00+02:00");
        var spec =
                new RuleSpec(
                        List.of("order"),
                        null,
                        null,
                        null,
                        "fan",
                        0,
                        null,
                        List.of(),
                        null,
                        "UTC",
                        from,
                        null);
        var read = SpecJson.read(SpecJson.of(spec), RuleSpec.class);
        assertThat(read.isOpenAt(from)).isTrue();
        assertThat(read.isOpenAt(from.minusNanos(1_000_000))).isFalse();
    }
}
