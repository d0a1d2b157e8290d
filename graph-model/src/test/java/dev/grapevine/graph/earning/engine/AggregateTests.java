package dev.grapevine.graph.earning.engine;

import static dev.grapevine.graph.earning.engine.RuleDraft.rule;
import static dev.grapevine.graph.earning.engine.TestActivity.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.earning.rule.Aggregate;
import dev.grapevine.graph.earning.rule.Aggregate.Type;
import dev.grapevine.graph.earning.rule.Comparison;
import dev.grapevine.graph.earning.rule.Condition;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

class AggregateTests {

    private static Condition aggregate(Type type, Integer days, String is, String... kinds) {
        return new Condition.AggregateIs(
                new Aggregate(type, List.of(kinds), days), Comparison.EQUAL, new BigDecimal(is));
    }

    /** Returns true if the condition holds for the last of the activities. */
    private static boolean is(Condition condition, TestActivity... testActivities) {
        var rule = rule("r").forKinds("order", "visit", "review").when(condition);
        var engineRun = EngineRun.through(TestRules.of(rule));
        return Arrays.stream(testActivities).map(engineRun::point).toList().getLast() == 10;
    }

    @Test
    void activityItselfIsCounted() {
        assertThat(is(aggregate(Type.COUNT, null, "1", "order"), order())).isTrue();
    }

    @Test
    void otherKindsAreNotCounted() {
        assertThat(is(aggregate(Type.COUNT, null, "1", "order"), order(), TestActivity.of("visit")))
                .isTrue();
        assertThat(
                        is(
                                aggregate(Type.COUNT, null, "2", "visit", "order"),
                                order(),
                                TestActivity.of("visit")))
                .isTrue();
    }

    @Test
    void aggregateOfTwoRulesWithKindsInAnotherOrderIsCountedOnce() {
        var testRules =
                TestRules.of(
                        rule("a").when(aggregate(Type.COUNT, 7, "1", "order", "visit")),
                        rule("b").when(aggregate(Type.COUNT, 7, "1", "visit", "order")));
        assertThat(EngineRun.through(testRules).points(order(), order())).containsExactly(20L, 0L);
    }

    @Test
    void windowIncludesTheDayOfTheActivity() {
        var week = aggregate(Type.COUNT, 7, "2", "order");
        assertThat(is(week, order().on("2026-03-02"), order().on("2026-03-08"))).isTrue();
        assertThat(is(week, order().on("2026-03-02"), order().on("2026-03-09"))).isFalse();
    }

    @Test
    void windowMovesWithActivitiesThatAreNotCounted() {
        var week = aggregate(Type.COUNT, 7, "1", "order");
        assertThat(is(week, order().on("2026-03-02"), TestActivity.of("visit").on("2026-03-08")))
                .isTrue();
        assertThat(is(week, order().on("2026-03-02"), TestActivity.of("visit").on("2026-03-09")))
                .isFalse();
    }

    @Test
    void quantitiesAddUp() {
        assertThat(
                        is(
                                aggregate(Type.QUANTITY, null, "3", "order"),
                                order().quantity(5),
                                order().quantity(-2)))
                .isTrue();
        assertThat(
                        is(
                                aggregate(Type.QUANTITY, 2, "2", "order"),
                                order().quantity(5),
                                order().quantity(2).on("2026-03-04")))
                .isTrue();
    }

    @Test
    void valuesAddUpToTheFourthDecimal() {
        var sum = aggregate(Type.VALUE, null, "0.3", "order");
        assertThat(is(sum, order().value("0.1"), order(), order().value("0.2000"))).isTrue();
        assertThat(is(sum, order().value("0.1"), order().value("0.2001"))).isFalse();
    }

    @Test
    void sumsOfValuesSaturate() {
        var most = new BigDecimal(Long.MAX_VALUE).movePointLeft(4).toPlainString();
        assertThat(
                        is(
                                aggregate(Type.VALUE, null, most, "order"),
                                order().value("900000000000000"),
                                order().value("900000000000000")))
                .isTrue();
    }

    @Test
    void daysAreCountedOnce() {
        for (var days : Arrays.asList(null, 7)) {
            assertThat(
                            is(
                                    aggregate(Type.DISTINCT_DAYS, days, "2", "order"),
                                    order().at("2026-03-02T00:00:00Z"),
                                    order().at("2026-03-02T23:59:59Z"),
                                    order().at("2026-03-03T00:00:00Z"),
                                    order().at("2026-03-03T00:00:01Z")))
                    .isTrue();
        }
    }

    @Test
    void daysBeforeTheWindowAreNotCounted() {
        assertThat(
                        is(
                                aggregate(Type.DISTINCT_DAYS, 7, "2", "order"),
                                order().on("2026-03-02"),
                                order().on("2026-03-03"),
                                order().on("2026-03-09")))
                .isTrue();
    }

    @Test
    void contributionsAreCountedOnceByTheirLatestActivity() {
        var idea = order().about("con_1", "idea");
        var other = order().about("con_2", "idea");
        assertThat(
                        is(
                                aggregate(Type.DISTINCT_CONTRIBUTIONS, null, "2", "order"),
                                idea,
                                other,
                                idea))
                .isTrue();
        assertThat(is(aggregate(Type.DISTINCT_CONTRIBUTIONS, null, "1", "order"), idea, order()))
                .isTrue();
        assertThat(
                        is(
                                aggregate(Type.DISTINCT_CONTRIBUTIONS, 7, "2", "order"),
                                idea.on("2026-03-02"),
                                idea.on("2026-03-05"),
                                other.on("2026-03-11")))
                .isTrue();
    }

    @Test
    void kindsAndChannelsAreCountedOnce() {
        assertThat(
                        is(
                                aggregate(Type.DISTINCT_KINDS, null, "2", "order", "visit"),
                                order(),
                                order(),
                                TestActivity.of("review"),
                                TestActivity.of("visit")))
                .isTrue();
        assertThat(
                        is(
                                aggregate(Type.DISTINCT_CHANNELS, 30, "2", "order"),
                                order().over("app"),
                                order(),
                                order().over("app"),
                                order().over("web")))
                .isTrue();
    }

    @Test
    void aggregateOfTheSameKindsHasItsOwnDaysInEachTimeZone() {
        var today = aggregate(Type.COUNT, 1, "2", "order");
        var testRules =
                TestRules.of(
                        rule("here").gives(1).zone("UTC").when(today),
                        rule("there").gives(2).zone("Asia/Tokyo").when(today));
        assertThat(
                        EngineRun.through(testRules)
                                .points(
                                        order().at("2026-03-02T14:00:00Z"),
                                        order().at("2026-03-02T16:00:00Z"),
                                        order().at("2026-03-03T01:00:00Z")))
                .containsExactly(0L, 1L, 2L);
    }

    @Test
    void nthIsTheNthOfTheActivitysOwnKind() {
        var second = new Condition.NthOfKind(2, false);
        var rule = rule("r").forKinds("order", "visit").when(second);
        assertThat(
                        EngineRun.through(TestRules.of(rule))
                                .points(
                                        order(),
                                        TestActivity.of("visit"),
                                        order(),
                                        order(),
                                        order(),
                                        TestActivity.of("visit")))
                .containsExactly(0L, 0L, 10L, 0L, 0L, 10L);
    }

    @Test
    void everyNthHoldsForMultiples() {
        var rule = rule("r").when(new Condition.NthOfKind(2, true));
        assertThat(
                        EngineRun.through(TestRules.of(rule))
                                .points(order(), order(), order(), order(), order()))
                .containsExactly(0L, 10L, 0L, 10L, 0L);
    }

    @Test
    void everyFirstIsEveryOne() {
        var rule = rule("r").when(new Condition.NthOfKind(1, true));
        assertThat(EngineRun.through(TestRules.of(rule)).points(order(), order()))
                .containsExactly(10L, 10L);
    }
}
