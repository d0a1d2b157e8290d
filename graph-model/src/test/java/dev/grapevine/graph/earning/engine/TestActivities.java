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

/** Activities in their order, of whatever kind, size and distance jqwik thinks of. */
final class TestActivities {

    private static final OffsetDateTime BEGINNING = OffsetDateTime.parse("2026-03-20T00:00:00Z");

    private TestActivities() {}

    /** An activity, so many hours after the one before. */
    record Step(int hours, TestActivity doing) {}

    /** At most so many hours apart. */
    static Arbitrary<List<ActivityFacts>> upTo(int most, int hours) {
        return step(hours).list().ofMinSize(1).ofMaxSize(most).map(TestActivities::happenings);
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

    private static List<ActivityFacts> happenings(List<Step> steps) {
        var at = BEGINNING;
        var all = new ArrayList<ActivityFacts>();
        for (var step : steps) {
            at = at.plusHours(step.hours());
            all.add(step.doing().at(at.toString()).happening(all.size()));
        }
        return all;
    }

    static LocalDate day(ActivityFacts facts, String zone) {
        return facts.at().atZoneSameInstant(ZoneId.of(zone)).toLocalDate();
    }

    /** What a rulebook makes of them. */
    static List<EvaluationResult> verdicts(TestRules testRules, List<ActivityFacts> factses) {
        var customer = new CustomerRef("cus_1", BEGINNING.minusDays(10));
        var earningEngine =
                new EarningEngine(
                        testRules.rulebook(), customer, EarningState.none(), BudgetSource.UNLIMITED);
        return factses.stream().map(earningEngine::apply).toList();
    }

    static List<Long> points(TestRules testRules, List<ActivityFacts> factses) {
        return verdicts(testRules, factses).stream()
                .map(
                        it ->
                                it.pointsEffects().stream()
                                        .mapToLong(EvaluationResult.PointsEffect::amount)
                                        .sum())
                .toList();
    }

    /** The activities up to and with one. */
    static List<ActivityFacts> upTo(List<ActivityFacts> factses, int last) {
        return IntStream.rangeClosed(0, last).mapToObj(factses::get).toList();
    }
}
