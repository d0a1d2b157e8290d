package dev.grapevine.graph.course;

import static dev.grapevine.graph.course.RuleDraft.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.rule.Aggregate;
import dev.grapevine.graph.rule.Aggregate.Type;
import dev.grapevine.graph.rule.Comparison;
import dev.grapevine.graph.rule.Condition;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Figures against what a look at all activities says. */
class FigureProperties {

    @Provide
    Arbitrary<List<Happening>> activities() {
        return Steps.upTo(40, 60);
    }

    @Provide
    Arbitrary<Aggregate> aggregates() {
        var kinds = Arbitraries.of("order", "visit", "review").list().ofMinSize(1).ofMaxSize(3);
        var days = Arbitraries.of(1, 2, 7, 30).injectNull(0.25);
        return Arbitraries.of(Type.class)
                .flatMap(
                        type ->
                                kinds.flatMap(
                                        of -> days.map(window -> new Aggregate(type, of, window))));
    }

    @Property
    void figureIsWhatAllActivitiesSay(
            @ForAll("activities") List<Happening> happenings,
            @ForAll("aggregates") Aggregate aggregate,
            @ForAll("zones") String zone) {
        var last = happenings.size() - 1;
        var expected = figure(aggregate, happenings, zone);
        var condition = new Condition.Figure(aggregate, Comparison.EQUAL, expected);
        var book =
                Book.of(rule("r").forKinds("order", "visit", "review").zone(zone).when(condition));
        assertThat(Steps.points(book, happenings).get(last)).isEqualTo(10);
    }

    @Provide
    Arbitrary<String> zones() {
        return Arbitraries.of("UTC", "Europe/Berlin", "Pacific/Auckland", "America/St_Johns");
    }

    private static BigDecimal figure(Aggregate aggregate, List<Happening> all, String zone) {
        var today = Steps.day(all.getLast(), zone);
        var seen =
                all.stream()
                        .filter(it -> aggregate.kinds().contains(it.kind()))
                        .filter(
                                it ->
                                        aggregate.days() == null
                                                || Steps.day(it, zone)
                                                        .isAfter(today.minusDays(aggregate.days())))
                        .toList();
        return switch (aggregate.type()) {
            case COUNT -> BigDecimal.valueOf(seen.size());
            case QUANTITY -> BigDecimal.valueOf(seen.stream().mapToLong(Happening::quantity).sum());
            case VALUE ->
                    seen.stream()
                            .map(Happening::value)
                            .filter(Objects::nonNull)
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
            case DISTINCT_DAYS -> different(seen, it -> Steps.day(it, zone));
            case DISTINCT_CONTRIBUTIONS -> different(seen, Happening::subjectId);
            case DISTINCT_KINDS -> different(seen, Happening::kind);
            case DISTINCT_CHANNELS -> different(seen, Happening::channel);
        };
    }

    private static BigDecimal different(List<Happening> seen, Function<Happening, Object> thing) {
        return BigDecimal.valueOf(
                seen.stream().map(thing).filter(Objects::nonNull).distinct().count());
    }
}
