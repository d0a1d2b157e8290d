package dev.grapevine.graph.earning.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

class RuleHistoryTests {

    private static Rule rule(String key, int priority, Condition when, String... kinds) {
        var spec =
                new RuleSpec(
                        List.of(kinds),
                        when,
                        null,
                        new Multiplier(BigDecimal.TWO, List.of()),
                        null,
                        priority,
                        null,
                        List.of(),
                        null,
                        "UTC",
                        null,
                        null);
        return Rule.of("rlv_" + key, key, key, 1, spec);
    }

    private static Condition orders(Integer days, String... kinds) {
        return new Condition.AggregateIs(
                new Aggregate(Aggregate.Type.COUNT, List.of(kinds), days),
                Comparison.AT_LEAST,
                BigDecimal.ONE);
    }

    private static ConfigRevision revision(long number, Rule... rules) {
        return ConfigRevision.of(number, List.of(rules), Map.of(), Map.of(), Map.of());
    }

    private static BadgeCriteria badge(
            BadgeCriteria.Measure measure, BadgeCriteria.MeasurePeriod measurePeriod) {
        return new BadgeCriteria(
                List.of(new BadgeCriteria.WeightedKind("order", 1)),
                null,
                measure,
                measurePeriod,
                false,
                List.of(new BadgeCriteria.Level("One", 1)),
                false,
                "UTC");
    }

    private static ConfigRevision withBadge(BadgeCriteria criteria) {
        return ConfigRevision.of(1, List.of(), Map.of(), Map.of(), Map.of("fan", criteria));
    }

    @Test
    void rulesAreOrderedByPriorityThenByKey() {
        var revision =
                revision(
                        1,
                        rule("b", 0, null, "order"),
                        rule("c", 5, null, "order"),
                        rule("a", 0, null, "order"),
                        rule("d", -5, null, "order"));
        assertThat(revision.rulesFor("order"))
                .extracting(Rule::key)
                .containsExactly("c", "a", "b", "d");
    }

    @Test
    void kindListedTwiceIsIndexedOnce() {
        assertThat(revision(1, rule("a", 0, null, "order", "order")).rulesFor("order")).hasSize(1);
    }

    @Test
    void unusedKindHasNoRules() {
        assertThat(revision(1, rule("a", 0, null, "order")).rulesFor("visit")).isEmpty();
    }

    @Test
    void revisionIsTheLatestUpToTheNumber() {
        var history = new RuleHistory(List.of(revision(5), revision(2)));
        assertThat(List.of(0L, 1L, 2L, 4L, 5L, 9L))
                .extracting(number -> history.revision(number).number())
                .containsExactly(0L, 0L, 2L, 2L, 5L, 5L);
        assertThat(history.latest().number()).isEqualTo(5);
    }

    @Test
    void aggregateIsTrackedOnceForAnyOrderOfItsKinds() {
        var history =
                new RuleHistory(
                        List.of(
                                revision(
                                        1,
                                        rule("a", 0, orders(7, "order", "visit"), "order"),
                                        rule("b", 0, orders(7, "visit", "order"), "order")),
                                revision(
                                        2,
                                        rule("c", 0, orders(7, "visit", "order", "visit"), "x"))));
        assertThat(history.aggregatesOf("order")).hasSize(1);
        assertThat(history.aggregatesOf("visit")).isEqualTo(history.aggregatesOf("order"));
    }

    @Test
    void aggregatesOfAllRevisionsAreTracked() {
        var history =
                new RuleHistory(
                        List.of(
                                revision(1, rule("a", 0, orders(7, "order"), "order")),
                                revision(2, rule("a", 0, orders(8, "order"), "order")),
                                revision(3)));
        assertThat(history.aggregatesOf("order")).hasSize(2);
    }

    @Test
    void aggregatesInNestedConditionsAreTracked() {
        var nested =
                new Condition.Not(
                        new Condition.Any(
                                List.of(
                                        new Condition.All(List.of(orders(7, "order"))),
                                        new Condition.NthOfKind(3, true))));
        var history = new RuleHistory(List.of(revision(1, rule("a", 0, nested, "order", "visit"))));
        assertThat(history.aggregatesOf("order")).hasSize(2);
        assertThat(history.aggregatesOf("visit")).hasSize(1);
    }

    @Test
    void signatureDependsOnTheAggregates() {
        var none = new RuleHistory(List.of(revision(1))).signature();
        var week = new RuleHistory(List.of(revision(1, rule("a", 0, orders(7, "order"), "order"))));
        var month =
                new RuleHistory(List.of(revision(1, rule("a", 0, orders(30, "order"), "order"))));
        assertThat(List.of(none, week.signature(), month.signature())).doesNotHaveDuplicates();
    }

    @Test
    void signatureDependsOnTheBadgeCriteria() {
        var allTime = badge(BadgeCriteria.Measure.COUNT, BadgeCriteria.MeasurePeriod.ALL_TIME);
        var perDay = badge(BadgeCriteria.Measure.COUNT, BadgeCriteria.MeasurePeriod.DAY);
        var days = badge(BadgeCriteria.Measure.DISTINCT_DAYS, BadgeCriteria.MeasurePeriod.ALL_TIME);
        assertThat(List.of(allTime, perDay, days))
                .extracting(it -> new RuleHistory(List.of(withBadge(it))).signature())
                .doesNotHaveDuplicates();
    }

    @Test
    void signatureDoesNotDependOnThePoints() {
        var one = new RuleHistory(List.of(revision(1, rule("a", 0, orders(7, "order"), "order"))));
        var other =
                new RuleHistory(
                        List.of(
                                revision(1, rule("a", 0, orders(7, "order"), "order")),
                                revision(2, rule("b", 9, orders(7, "order"), "order"))));
        assertThat(other.signature()).isEqualTo(one.signature());
    }

    @Test
    void signatureDependsOnTheDependencyGroups() {
        var alone = new RuleHistory(List.of(revision(1, rule("a", 0, null, "order"))));
        var together = new RuleHistory(List.of(revision(1, rule("a", 0, null, "order", "visit"))));
        assertThat(alone.dependencyGroups().of("visit")).isNull();
        assertThat(together.dependencyGroups().of("visit"))
                .isEqualTo(together.dependencyGroups().of("order"));
        assertThat(together.signature()).isNotEqualTo(alone.signature());
    }

    @Test
    void contributionsAreMeasuredIfABadgeOfTheLatestRevisionDoes() {
        var byContribution =
                badge(BadgeCriteria.Measure.COUNT, BadgeCriteria.MeasurePeriod.CONTRIBUTION);
        var history = new RuleHistory(List.of(withBadge(byContribution)));
        assertThat(history.measuresContributions()).isTrue();
        assertThat(new RuleHistory(List.of(withBadge(byContribution), revision(2))))
                .returns(false, RuleHistory::measuresContributions);
    }
}
