package dev.grapevine.graph.earning;

import dev.grapevine.graph.activity.RecordActivity;
import dev.grapevine.graph.activity.kind.FieldType;
import dev.grapevine.graph.activity.kind.KindField;
import dev.grapevine.graph.earning.rule.Aggregate;
import dev.grapevine.graph.earning.rule.BadgeCriteria;
import dev.grapevine.graph.earning.rule.Cap;
import dev.grapevine.graph.earning.rule.Comparison;
import dev.grapevine.graph.earning.rule.Condition;
import dev.grapevine.graph.earning.rule.EarningLimit;
import dev.grapevine.graph.earning.rule.Multiplier;
import dev.grapevine.graph.earning.rule.Period;
import dev.grapevine.graph.earning.rule.PointsAction;
import dev.grapevine.graph.earning.rule.PointsFormula;
import dev.grapevine.graph.earning.rule.Rounding;
import dev.grapevine.graph.earning.rule.RuleSpec;
import dev.grapevine.graph.earning.rule.TierSet;
import dev.grapevine.graph.ledger.currency.Currency;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Random rules, limits, tiers, badges and activities, the same for the same seed. */
final class RandomRuleSet {

    static final String[] KINDS = {"order.paid", "review.posted", "vote.up", "vote.down"};
    static final List<KindField> FIELDS =
            List.of(
                    new KindField("stars", FieldType.NUMBER, false),
                    new KindField("size", FieldType.TEXT, false));
    static final List<String> CONTRIBUTIONS = List.of("idea-0", "idea-1", "idea-2");
    static final List<String> BADGES = List.of("fan", "often", "loved");
    static final String TIER_SET = "status";

    private static final OffsetDateTime START = OffsetDateTime.parse("2026-03-20T21:00:00Z");
    private static final List<String> ZONES = List.of("UTC", "Europe/Berlin", "America/New_York");

    private final Random random;
    private final List<String> customers;

    RandomRuleSet(long seed, List<String> customers) {
        random = new Random(seed);
        this.customers = customers;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    <T> T among(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private <T> List<T> some(List<T> choices) {
        var some = new ArrayList<>(choices);
        some.removeIf(_ -> oneIn(2));
        return some.isEmpty() ? List.of(among(choices)) : some;
    }

    /** Activities over some weeks, mostly in the order of occurrence. */
    List<RecordActivity> activities(int number) {
        var times = random.longs(number, 0, 25L * 24 * 60).sorted().toArray();
        var activities =
                new ArrayList<>(IntStream.range(0, number).mapToObj(n -> at(n, times[n])).toList());
        for (var swaps = below(number / 4); swaps > 0; swaps--) {
            activities.add(below(number), activities.remove(below(number)));
        }
        return activities;
    }

    private RecordActivity at(int number, long minutes) {
        var fields = new ArrayList<RecordActivity.Field>();
        if (oneIn(2)) {
            fields.add(new RecordActivity.Field("stars", among(List.of("1", "4.50", "5.0", "5"))));
        }
        if (oneIn(2)) {
            fields.add(new RecordActivity.Field("size", among(List.of("S", "XL"))));
        }
        return new RecordActivity(
                "a" + number,
                among(List.of(KINDS)),
                among(customers),
                oneIn(2) ? among(CONTRIBUTIONS) : null,
                oneIn(3) ? among(List.of("web", "app")) : null,
                // Some activities have the same time.
                START.plusMinutes(oneIn(6) ? minutes / 720 * 720 : minutes),
                1 + below(4),
                oneIn(2) ? BigDecimal.valueOf(below(100_000), 2) : null,
                fields);
    }

    RuleSpec rule(List<String> known) {
        var isMultiplier = oneIn(5);
        return new RuleSpec(
                some(List.of(KINDS)),
                oneIn(3) ? null : condition(2),
                isMultiplier
                        ? null
                        : new PointsAction(
                                Currency.STANDARD,
                                amount(),
                                among(List.of(Rounding.values())),
                                oneIn(4)),
                isMultiplier ? multiplier(known) : null,
                oneIn(6) ? among(BADGES) : null,
                below(3),
                oneIn(4) ? "group" : null,
                oneIn(2) ? caps() : List.of(),
                null,
                among(ZONES),
                oneIn(5) ? START.plusDays(below(10)) : null,
                oneIn(5) ? START.plusDays(11L + below(10)) : null);
    }

    private Multiplier multiplier(List<String> known) {
        var factor = new BigDecimal(among(List.of("2", "1.5", "0.3333")));
        return new Multiplier(factor, known.isEmpty() || oneIn(2) ? List.of() : some(known));
    }

    private PointsFormula amount() {
        return switch (below(5)) {
            case 0 ->
                    new PointsFormula.PerQuantity(
                            new BigDecimal(among(List.of("1.5", "7", "-2.25"))));
            case 1 -> new PointsFormula.PerValue(new BigDecimal("3"), new BigDecimal("70"));
            case 2 ->
                    new PointsFormula.ByExpression(
                            among(List.of("quantity * 3 - 5", "30 / (quantity - 2)")));
            case 3 -> new PointsFormula.Fixed(-1 - below(15));
            default -> new PointsFormula.Fixed(1 + below(20));
        };
    }

    private List<Cap> caps() {
        return some(
                List.of(
                        new Cap(10 + below(20), Period.DAY),
                        new Cap(30 + below(40), Period.WEEK),
                        new Cap(below(100), Period.ALL_TIME)));
    }

    private Condition condition(int depth) {
        var comparison = among(List.of(Comparison.values()));
        return switch (below(depth == 0 ? 10 : 13)) {
            case 0 -> new Condition.NthOfKind(1 + below(4), oneIn(2));
            case 1, 2 ->
                    new Condition.AggregateIs(
                            new Aggregate(
                                    among(List.of(Aggregate.Type.values())),
                                    some(List.of(KINDS)),
                                    oneIn(3) ? null : 1 + below(9)),
                            comparison,
                            BigDecimal.valueOf(1 + below(5)));
            case 3 -> new Condition.FieldIs("stars", comparison, among(List.of("5.0", "4.5", "2")));
            case 4 ->
                    new Condition.TimeOfDay(
                            LocalTime.of(below(12), 0), LocalTime.of(12 + below(12), 30));
            case 5 -> new Condition.Weekdays(some(List.of(DayOfWeek.values())));
            case 6 -> new Condition.TierIn(TIER_SET, some(List.of("tier-0", "tier-1", "tier-2")));
            case 7 -> new Condition.HasBadge(among(BADGES));
            case 8 -> new Condition.QuantityIs(comparison, 2);
            case 9 -> new Condition.ExpressionIs("'size' in fields && fields.size == 'XL'");
            case 10 -> new Condition.All(List.of(condition(depth - 1), condition(depth - 1)));
            case 11 -> new Condition.Any(List.of(condition(depth - 1), condition(depth - 1)));
            default -> new Condition.Not(condition(depth - 1));
        };
    }

    EarningLimit limit(List<String> known) {
        var isFloor = oneIn(3);
        return new EarningLimit(
                isFloor ? EarningLimit.Type.FLOOR : EarningLimit.Type.CAP,
                Currency.STANDARD,
                oneIn(2) ? List.of() : some(known),
                isFloor ? below(20) : 20 + below(60),
                isFloor ? Period.ALL_TIME : among(List.of(Period.DAY, Period.WEEK, Period.MONTH)),
                among(ZONES));
    }

    TierSet tierSet() {
        var isRolling = oneIn(2);
        var factors = List.of("1", "1.5", "2.25");
        var step = 20 + below(40);
        var tiers =
                IntStream.range(0, 3)
                        .mapToObj(
                                n ->
                                        new TierSet.Tier(
                                                "tier-" + n,
                                                "Tier " + n,
                                                (long) n * step,
                                                n == 2 ? null : (n + 1L) * step,
                                                new BigDecimal(factors.get(n)),
                                                List.of()))
                        .toList();
        return new TierSet(
                Currency.STANDARD,
                isRolling ? 3 + below(10) : null,
                isRolling ? null : among(List.of(Period.WEEK, Period.MONTH)),
                below(4),
                among(ZONES),
                tiers);
    }

    BadgeCriteria badge() {
        var measurePeriod = among(List.of(BadgeCriteria.MeasurePeriod.values()));
        var first = 1 + below(4);
        return new BadgeCriteria(
                some(List.of(KINDS)).stream()
                        .map(
                                kind ->
                                        new BadgeCriteria.WeightedKind(
                                                kind, oneIn(4) ? -1 : 1 + below(2)))
                        .toList(),
                oneIn(3) ? noBadge() : null,
                among(List.of(BadgeCriteria.Measure.values())),
                measurePeriod,
                measurePeriod != BadgeCriteria.MeasurePeriod.ALL_TIME && oneIn(2),
                List.of(
                        new BadgeCriteria.Level("One", first),
                        new BadgeCriteria.Level("Two", first + 1L + below(4))),
                oneIn(3),
                among(ZONES));
    }

    /** A condition without tier and badge, which may not exist yet. */
    private @Nullable Condition noBadge() {
        return new Condition.QuantityIs(Comparison.AT_LEAST, 1 + below(3));
    }
}
