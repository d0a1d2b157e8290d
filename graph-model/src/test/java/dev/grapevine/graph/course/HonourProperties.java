package dev.grapevine.graph.course;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.rule.Criteria;
import dev.grapevine.graph.rule.Criteria.Counted;
import dev.grapevine.graph.rule.Criteria.Level;
import dev.grapevine.graph.rule.Criteria.Measure;
import dev.grapevine.graph.rule.Criteria.Partition;

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

/** Badges against what a look at all activities says, each time. */
class HonourProperties {

    private static final String ZONE = "America/St_Johns";

    @Provide
    Arbitrary<List<Happening>> activities() {
        return Steps.upTo(40, 40);
    }

    @Provide
    Arbitrary<Criteria> criteria() {
        var weights = Arbitraries.of(-2, -1, 1, 3);
        return Combinators.combine(
                        Arbitraries.of(Measure.class),
                        Arbitraries.of(Partition.class),
                        Arbitraries.of(true, false),
                        weights,
                        weights,
                        Arbitraries.of(1, 2, 5, 40))
                .as(
                        (measure, partition, isRepeatable, one, other, threshold) ->
                                new Criteria(
                                        List.of(
                                                new Counted("order", one),
                                                new Counted("review", other)),
                                        null,
                                        measure,
                                        partition,
                                        isRepeatable && partition != Partition.ALL_TIME,
                                        List.of(
                                                new Level("One", threshold),
                                                new Level("Two", 2L * threshold),
                                                new Level("Three", 3L * threshold)),
                                        false,
                                        ZONE));
    }

    @Property
    void badgeIsEarnedWhenAllActivitiesSaySo(
            @ForAll("activities") List<Happening> happenings,
            @ForAll("criteria") Criteria criteria) {
        var verdicts = Steps.verdicts(Book.of().badge("b", criteria), happenings);
        var has = new HashSet<String>();
        for (var i = 0; i < happenings.size(); i++) {
            var expected = new ArrayList<Verdict.Honour>();
            var now = happenings.get(i);
            if (isLookedAt(criteria, now)) {
                var measure = measure(criteria, Steps.upTo(happenings, i));
                var scope = criteria.isRepeatable() ? within(criteria, now) : "";
                for (var level = 0; level < criteria.levels().size(); level++) {
                    if (measure >= criteria.levels().get(level).threshold()
                            && has.add(level + " " + scope)) {
                        expected.add(new Verdict.Honour("b", level, scope, measure, null));
                    }
                }
            }
            assertThat(verdicts.get(i).honours()).isEqualTo(expected);
        }
    }

    private static boolean isLookedAt(Criteria criteria, Happening happening) {
        return criteria.weightOf(happening.kind()) != null
                && (criteria.partition() != Partition.CONTRIBUTION
                        || happening.subjectId() != null);
    }

    private static String within(Criteria criteria, Happening happening) {
        var day = Steps.day(happening, ZONE);
        return switch (criteria.partition()) {
            case ALL_TIME -> "";
            case DAY -> day.toString();
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).toString();
            case MONTH -> day.with(TemporalAdjusters.firstDayOfMonth()).toString();
            case YEAR -> Integer.toString(day.getYear());
            case CONTRIBUTION -> happening.subjectId();
        };
    }

    private static long measure(Criteria criteria, List<Happening> all) {
        var scope = within(criteria, all.getLast());
        var seen =
                all.stream()
                        .filter(it -> isLookedAt(criteria, it))
                        .filter(it -> within(criteria, it).equals(scope))
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
                            .map(Happening::subjectId)
                            .filter(Objects::nonNull)
                            .distinct()
                            .count();
            case DISTINCT_KINDS -> seen.stream().map(Happening::kind).distinct().count();
            case DISTINCT_DAYS -> days(seen).size();
            case STREAK_OF_DAYS -> streak(days(seen));
        };
    }

    private static List<LocalDate> days(List<Happening> seen) {
        return seen.stream().map(it -> Steps.day(it, ZONE)).distinct().toList();
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
