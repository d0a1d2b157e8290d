package dev.grapevine.graph.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.rulebook.SpecText;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;

/** What a brand has decided is stored as JSON and must come back as it was. */
class StoredSpecTests {

    private static final List<Condition> EACH_CONDITION =
            List.of(
                    new Condition.Any(List.of(new Condition.HasReferrer())),
                    new Condition.Not(new Condition.KindIn(List.of("order"))),
                    new Condition.ChannelIn(List.of("app")),
                    new Condition.FieldIs("size", Comparison.NOT_EQUAL, "XL"),
                    new Condition.ValueIs(Comparison.AT_MOST, new BigDecimal("10.50")),
                    new Condition.QuantityIs(Comparison.MORE, 3),
                    new Condition.About(List.of("idea"), false),
                    new Condition.About(List.of(), null),
                    new Condition.TimeOfDay(LocalTime.of(22, 0), LocalTime.MIDNIGHT),
                    new Condition.Weekdays(List.of(DayOfWeek.MONDAY)),
                    new Condition.TierIn("main", List.of("gold")),
                    new Condition.HasBadge("fan"),
                    new Condition.MemberFor(Comparison.LESS, 30),
                    new Condition.NthOfKind(5, true),
                    new Condition.Figure(
                            new Aggregate(Aggregate.Type.DISTINCT_DAYS, List.of("order"), null),
                            Comparison.EQUAL,
                            new BigDecimal("7")),
                    new Condition.Formula("quantity > 1"));

    @Test
    void ruleWithEachConditionComesBack() {
        var spec =
                new RuleSpec(
                        List.of("order", "visit"),
                        new Condition.All(EACH_CONDITION),
                        new PointsEffect("POINTS", new Amount.Fixed(-5), Rounding.HALF_UP, true),
                        new Multiplier(new BigDecimal("1.50"), List.of("other")),
                        "fan",
                        -3,
                        "group",
                        List.of(new Cap(10, Per.WEEK)),
                        1_000L,
                        "Europe/Berlin",
                        OffsetDateTime.parse("2026-01-01T00:00:00Z"),
                        null);
        assertThat(SpecText.read(SpecText.of(spec), RuleSpec.class)).isEqualTo(spec);
    }

    @Test
    void eachAmountComesBack() {
        for (Amount amount :
                List.of(
                        new Amount.Fixed(7),
                        new Amount.PerQuantity(new BigDecimal("0.000001")),
                        new Amount.PerValue(new BigDecimal("1E+3"), new BigDecimal("0.10")),
                        new Amount.Formula("quantity * 2"))) {
            var effect = new PointsEffect("POINTS", amount, Rounding.DOWN, false);
            assertThat(SpecText.read(SpecText.of(effect), PointsEffect.class)).isEqualTo(effect);
        }
    }

    @Test
    void limitLadderAndBadgeComeBack() {
        var limit = new Limit(Limit.Type.CAP, "POINTS", List.of("a"), 5, Per.MONTH, "UTC");
        assertThat(SpecText.read(SpecText.of(limit), Limit.class)).isEqualTo(limit);
        var tier = new Ladder.Tier("gold", "Gold", 0, null, new BigDecimal("1.5"), List.of("Tea"));
        var ladder = new Ladder("POINTS", 365, null, 30, "UTC", List.of(tier));
        assertThat(SpecText.read(SpecText.of(ladder), Ladder.class)).isEqualTo(ladder);
        var criteria =
                new Criteria(
                        List.of(new Criteria.Counted("vote", -1)),
                        new Condition.HasReferrer(),
                        Criteria.Measure.STREAK_OF_DAYS,
                        Criteria.Partition.CONTRIBUTION,
                        true,
                        List.of(new Criteria.Level("Gold", 5)),
                        true,
                        "UTC");
        assertThat(SpecText.read(SpecText.of(criteria), Criteria.class)).isEqualTo(criteria);
    }

    @Test
    void momentComesBackAsTheSameMoment() {
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
        var read = SpecText.read(SpecText.of(spec), RuleSpec.class);
        assertThat(read.isOpenAt(from)).isTrue();
        assertThat(read.isOpenAt(from.minusNanos(1_000_000))).isFalse();
    }
}
