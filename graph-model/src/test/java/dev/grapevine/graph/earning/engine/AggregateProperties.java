package dev.grapevine.graph.earning.engine;

import static dev.grapevine.graph.earning.engine.RuleDraft.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.earning.rule.Aggregate;
import dev.grapevine.graph.earning.rule.Aggregate.Type;
import dev.grapevine.graph.earning.rule.Comparison;
import dev.grapevine.graph.earning.rule.Condition;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Aggregates against a model that evaluates all activities each time. */
class AggregateProperties {

    @Provide
    Arbitrary<List<ActivityFacts>> activities() {
        return TestActivities.upTo(40, 60);
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
    void aggregatesEqualAModelOverAllActivities(
            @ForAll("activities") List<ActivityFacts> activities,
            @ForAll("aggregates") Aggregate aggregate,
            @ForAll("zones") String zone) {
        var last = activities.size() - 1;
        var expected = aggregate(aggregate, activities, zone);
        var condition = new Condition.AggregateIs(aggregate, Comparison.EQUAL, expected);
        var testRules =
                TestRules.of(
                        rule("r").forKinds("order", "visit", "review").zone(zone).when(condition));
        assertThat(TestActivities.points(testRules, activities).get(last)).isEqualTo(10);
    }

    @Provide
    Arbitrary<String> zones() {
        return Arbitraries.of("UTC", "Europe/Berlin", "Pacific/Auckland", "America/St_Johns");
    }

    private static BigDecimal aggregate(Aggregate aggregate, List<ActivityFacts> all, String zone) {
        var today = TestActivities.day(all.getLast(), zone);
        var seen =
                all.stream()
                        .filter(it -> aggregate.kinds().contains(it.kind()))
                        .filter(
                                it ->
                                        aggregate.days() == null
                                                || TestActivities.day(it, zone)
                                                        .isAfter(today.minusDays(aggregate.days())))
                        .toList();
        return switch (aggregate.type()) {
            case COUNT -> BigDecimal.valueOf(seen.size());
            case QUANTITY ->
                    BigDecimal.valueOf(seen.stream().mapToLong(ActivityFacts::quantity).sum());
            case VALUE ->
                    seen.stream()
                            .map(ActivityFacts::value)
                            .filter(Objects::nonNull)
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
            case DISTINCT_DAYS -> different(seen, it -> TestActivities.day(it, zone));
            case DISTINCT_CONTRIBUTIONS -> different(seen, ActivityFacts::subjectId);
            case DISTINCT_KINDS -> different(seen, ActivityFacts::kind);
            case DISTINCT_CHANNELS -> different(seen, ActivityFacts::channel);
        };
    }

    private static BigDecimal different(
            List<ActivityFacts> seen, Function<ActivityFacts, Object> thing) {
        return BigDecimal.valueOf(
                seen.stream().map(thing).filter(Objects::nonNull).distinct().count());
    }
}
