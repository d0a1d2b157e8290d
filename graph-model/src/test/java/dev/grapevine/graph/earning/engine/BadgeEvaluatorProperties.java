package dev.grapevine.graph.earning.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.earning.rule.BadgeCriteria;
import dev.grapevine.graph.earning.rule.BadgeCriteria.Level;
import dev.grapevine.graph.earning.rule.BadgeCriteria.Measure;
import dev.grapevine.graph.earning.rule.BadgeCriteria.MeasurePeriod;
import dev.grapevine.graph.earning.rule.BadgeCriteria.WeightedKind;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/** Badges against a model that evaluates all activities each time. */
class BadgeEvaluatorProperties {

    private static final String ZONE = "America/St_Johns";

    @Provide
    Arbitrary<List<ActivityFacts>> activities() {
        return TestActivities.upTo(40, 40);
    }

    @Provide
    Arbitrary<BadgeCriteria> criteria() {
        var weights = Arbitraries.of(-2, -1, 1, 3);
        return Combinators.combine(
                        Arbitraries.of(Measure.class),
                        Arbitraries.of(MeasurePeriod.class),
                        Arbitraries.of(true, false),
                        weights,
                        weights,
                        Arbitraries.of(1, 2, 5, 40))
                .as(
                        (measure, measurePeriod, isRepeatable, one, other, threshold) ->
                                new BadgeCriteria(
                                        List.of(
                                                new WeightedKind("order", one),
                                                new WeightedKind("review", other)),
                                        null,
                                        measure,
                                        measurePeriod,
                                        isRepeatable && measurePeriod != MeasurePeriod.ALL_TIME,
                                        List.of(
                                                new Level("One", threshold),
                                                new Level("Two", 2L * threshold),
                                                new Level("Three", 3L * threshold)),
                                        false,
                                        ZONE));
    }

    @Property
    void badgesEqualAModelOverAllActivities(
            @ForAll("activities") List<ActivityFacts> activities,
            @ForAll("criteria") BadgeCriteria criteria) {
        var results = TestActivities.results(TestRules.of().badge("b", criteria), activities);
        var has = new HashSet<String>();
        for (var i = 0; i < activities.size(); i++) {
            var expected = new ArrayList<EvaluationResult.BadgeEffect>();
            var now = activities.get(i);
            if (isLookedAt(criteria, now)) {
                var measure = measure(criteria, TestActivities.upTo(activities, i));
                var periodKey = criteria.isRepeatable() ? within(criteria, now) : "";
                for (var level = 0; level < criteria.levels().size(); level++) {
                    if (measure >= criteria.levels().get(level).threshold()
                            && has.add(level + " " + periodKey)) {
                        expected.add(
                                new EvaluationResult.BadgeEffect(
                                        "b", level, periodKey, measure, null));
                    }
                }
            }
            assertThat(results.get(i).badgeEffects()).isEqualTo(expected);
        }
    }

    private static boolean isLookedAt(BadgeCriteria criteria, ActivityFacts facts) {
        return criteria.weightOf(facts.kind()) != null
                && (criteria.period() != MeasurePeriod.CONTRIBUTION || facts.subjectId() != null);
    }

    private static String within(BadgeCriteria criteria, ActivityFacts facts) {
        var day = TestActivities.day(facts, ZONE);
        return switch (criteria.period()) {
            case ALL_TIME -> "";
            case DAY -> day.toString();
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).toString();
            case MONTH -> day.with(TemporalAdjusters.firstDayOfMonth()).toString();
            case YEAR -> Integer.toString(day.getYear());
            case CONTRIBUTION -> facts.subjectId();
        };
    }

    private static long measure(BadgeCriteria criteria, List<ActivityFacts> all) {
        var periodKey = within(criteria, all.getLast());
        var seen =
                all.stream()
                        .filter(it -> isLookedAt(criteria, it))
                        .filter(it -> within(criteria, it).equals(periodKey))
                        .toList();
        return switch (criteria.measure()) {
            case COUNT -> seen.stream().mapToLong(it -> criteria.weightOf(it.kind())).sum();
            case QUANTITY ->
                    seen.stream()
                            .mapToLong(it -> criteria.weightOf(it.kind()) * it.quantity())
                            .sum();
            case VALUE ->
                    seen.stream()
                            .filter(it -> it.value() != null)
                            .map(
                                    it ->
                                            it.value()
                                                    .multiply(
                                                            BigDecimal.valueOf(
                                                                    criteria.weightOf(it.kind()))))
                            .reduce(BigDecimal.ZERO, BigDecimal::add)
                            .setScale(0, RoundingMode.DOWN)
                            .longValueExact();
            case DISTINCT_CONTRIBUTIONS ->
                    seen.stream()
                            .map(ActivityFacts::subjectId)
                            .filter(Objects::nonNull)
                            .distinct()
                            .count();
            case DISTINCT_KINDS -> seen.stream().map(ActivityFacts::kind).distinct().count();
            case DISTINCT_DAYS -> days(seen).size();
            case STREAK_OF_DAYS -> streak(days(seen));
        };
    }

    private static List<LocalDate> days(List<ActivityFacts> seen) {
        return seen.stream().map(it -> TestActivities.day(it, ZONE)).distinct().toList();
    }

    private static long streak(List<LocalDate> days) {
        var length = 1;
        for (var i = days.size() - 1; i > 0; i--) {
            if (ChronoUnit.DAYS.between(days.get(i - 1), days.get(i)) != 1) {
                return length;
            }
            length++;
        }
        return length;
    }
}
