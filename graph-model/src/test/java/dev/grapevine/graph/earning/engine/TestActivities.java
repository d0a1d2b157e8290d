package dev.grapevine.graph.earning.engine;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Random activities in order: kinds, sizes and distances in time. */
final class TestActivities {

    private static final OffsetDateTime START = OffsetDateTime.parse("2026-03-20T00:00:00Z");

    private TestActivities() {}

    /** Activity with the hours since the activity before. */
    record Step(int hours, TestActivity activity) {}

    /** Up to {@code max} activities, at most {@code hours} apart. */
    static Arbitrary<List<ActivityFacts>> upTo(int max, int hours) {
        return step(hours).list().ofMinSize(1).ofMaxSize(max).map(TestActivities::toFacts);
    }

    private static Arbitrary<Step> step(int hours) {
        return Combinators.combine(
                        Arbitraries.integers().between(0, hours),
                        Arbitraries.of("order", "visit", "review"),
                        Arbitraries.integers().between(-20, 40),
                        Arbitraries.integers().between(-5_000, 20_000).injectNull(0.2),
                        Arbitraries.of("app", "web").injectNull(0.2),
                        Arbitraries.integers().between(1, 4).injectNull(0.3))
                .as(
                        (after, kind, quantity, cents, channel, subject) -> {
                            var testActivity =
                                    TestActivity.of(kind).quantity(quantity).over(channel);
                            if (cents != null) {
                                testActivity =
                                        testActivity.value(
                                                BigDecimal.valueOf(cents, 2).toPlainString());
                            }
                            if (subject != null) {
                                testActivity = testActivity.about("con_" + subject, "idea");
                            }
                            return new Step(after, testActivity);
                        });
    }

    private static List<ActivityFacts> toFacts(List<Step> steps) {
        var at = START;
        var all = new ArrayList<ActivityFacts>();
        for (var step : steps) {
            at = at.plusHours(step.hours());
            all.add(step.activity().at(at.toString()).toFacts(all.size()));
        }
        return all;
    }

    static LocalDate day(ActivityFacts facts, String zone) {
        return facts.at().atZoneSameInstant(ZoneId.of(zone)).toLocalDate();
    }

    /** Results of the activities by test rules. */
    static List<EvaluationResult> results(TestRules testRules, List<ActivityFacts> activities) {
        var customer = new CustomerRef("cus_1", START.minusDays(10));
        var earningEngine =
                new EarningEngine(
                        testRules.history(), customer, EarningState.none(), BudgetSource.UNLIMITED);
        return activities.stream().map(earningEngine::apply).toList();
    }

    static List<Long> points(TestRules testRules, List<ActivityFacts> activities) {
        return results(testRules, activities).stream()
                .map(
                        it ->
                                it.pointsEffects().stream()
                                        .mapToLong(EvaluationResult.PointsEffect::amount)
                                        .sum())
                .toList();
    }

    /** Activities up to and including an index. */
    static List<ActivityFacts> upTo(List<ActivityFacts> activities, int last) {
        return IntStream.rangeClosed(0, last).mapToObj(activities::get).toList();
    }
}
