package dev.grapevine.graph.earning.engine;

import static dev.grapevine.graph.earning.engine.RuleDraft.rule;
import static dev.grapevine.graph.earning.engine.TestActivity.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.earning.rule.EarningLimit;
import dev.grapevine.graph.earning.rule.Period;
import dev.grapevine.graph.earning.rule.PointsFormula;
import dev.grapevine.graph.earning.rule.RuleHistory;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

class CapApplierTests {

    private static final PointsFormula BY_QUANTITY = new PointsFormula.PerQuantity(BigDecimal.ONE);

    private static RuleDraft byQuantity(String key) {
        return rule(key).gives(BY_QUANTITY);
    }

    private static TestActivity of(String kind, long quantity) {
        return TestActivity.of(kind).quantity(quantity);
    }

    private static TestActivity orders(long quantity) {
        return of("order", quantity);
    }

    @Test
    void dailyCapRestartsOnTheNextDay() {
        var engineRun = EngineRun.through(TestRules.of(rule("r").atMost(25, Period.DAY)));
        assertThat(
                        engineRun.points(
                                order().at("2026-03-02T00:00:00Z"),
                                order().at("2026-03-02T10:00:00Z"),
                                order().at("2026-03-02T20:00:00Z"),
                                order().at("2026-03-02T23:59:59Z"),
                                order().at("2026-03-03T00:00:00Z")))
                .containsExactly(10L, 10L, 5L, 0L, 10L);
    }

    @Test
    void weekBeginsOnMondayInTheTimeZoneOfTheRule() {
        var rule = rule("r").zone("America/New_York").atMost(10, Period.WEEK);
        assertThat(
                        EngineRun.through(TestRules.of(rule))
                                .points(
                                        order().at("2026-03-02T05:00:00Z"),
                                        order().at("2026-03-09T03:59:59Z"),
                                        order().at("2026-03-09T04:00:00Z")))
                .containsExactly(10L, 0L, 10L);
    }

    @Test
    void monthYearAndEverHaveTheirCaps() {
        assertThat(
                        EngineRun.through(TestRules.of(rule("r").atMost(10, Period.MONTH)))
                                .points(
                                        order().on("2026-01-31"),
                                        order().on("2026-02-01"),
                                        order().on("2026-02-28")))
                .containsExactly(10L, 10L, 0L);
        assertThat(
                        EngineRun.through(TestRules.of(rule("r").atMost(10, Period.YEAR)))
                                .points(
                                        order().on("2025-12-31"),
                                        order().on("2026-01-01"),
                                        order().on("2026-12-31")))
                .containsExactly(10L, 10L, 0L);
        assertThat(
                        EngineRun.through(TestRules.of(rule("r").atMost(10, Period.ALL_TIME)))
                                .points(order().on("2026-01-01"), order().on("2096-01-01")))
                .containsExactly(10L, 0L);
    }

    @Test
    void capOfZeroAllowsNegativePointsOnly() {
        var engineRun = EngineRun.through(TestRules.of(byQuantity("r").atMost(0, Period.DAY)));
        assertThat(engineRun.points(orders(5), orders(-8), orders(2))).containsExactly(0L, -3L, 2L);
    }

    @Test
    void negativePointsFreeTheCap() {
        var engineRun = EngineRun.through(TestRules.of(byQuantity("r").atMost(10, Period.DAY)));
        assertThat(engineRun.points(orders(10), orders(-4), orders(9)))
                .containsExactly(10L, -4L, 4L);
    }

    @Test
    void negativePointsReduceTheExcessFirst() {
        var engineRun = EngineRun.through(TestRules.of(byQuantity("r").atMost(10, Period.DAY)));
        assertThat(engineRun.points(orders(8), orders(8), orders(-5), orders(-5)))
                .containsExactly(8L, 2L, 0L, -4L);
    }

    @Test
    void severalCapsHoldInAnyOrder() {
        for (var rule :
                List.of(
                        rule("r").gives(50).atMost(10, Period.DAY).atMost(25, Period.MONTH),
                        rule("r").gives(50).atMost(25, Period.MONTH).atMost(10, Period.DAY))) {
            assertThat(
                            EngineRun.through(TestRules.of(rule))
                                    .points(
                                            order().on("2026-03-02"),
                                            order().on("2026-03-02"),
                                            order().on("2026-03-03"),
                                            order().on("2026-03-04"),
                                            order().on("2026-03-05"),
                                            order().on("2026-04-01")))
                    .containsExactly(10L, 0L, 10L, 5L, 0L, 10L);
        }
    }

    @Test
    void lowerOfTwoCapsForTheSamePeriodHolds() {
        for (var rule :
                List.of(
                        rule("r").atMost(25, Period.DAY).atMost(15, Period.DAY),
                        rule("r").atMost(15, Period.DAY).atMost(25, Period.DAY),
                        rule("r").atMost(15, Period.DAY).atMost(15, Period.DAY))) {
            assertThat(EngineRun.through(TestRules.of(rule)).points(order(), order(), order()))
                    .containsExactly(10L, 5L, 0L);
        }
    }

    @Test
    void sharedCapBoundsTheNetSumOfItsRules() {
        var testRules =
                TestRules.of(
                                byQuantity("a"),
                                byQuantity("b").forKinds("review"),
                                byQuantity("c").forKinds("visit"))
                        .cap("both", 10, Period.DAY, "a", "b");
        assertThat(
                        EngineRun.through(testRules)
                                .points(
                                        orders(7),
                                        of("review", 7),
                                        of("visit", 7),
                                        of("review", -6),
                                        orders(9)))
                .containsExactly(7L, 3L, 7L, -2L, 2L);
    }

    @Test
    void sharedCapWithoutRulesBoundsItsCurrency() {
        var testRules =
                TestRules.of(rule("a"), rule("b"), rule("c").in("STARS"))
                        .cap("all", 15, Period.DAY);
        assertThat(EngineRun.through(testRules).apply(order()).pointsEffects())
                .extracting(EvaluationResult.PointsEffect::amount)
                .containsExactly(10L, 5L, 10L);
    }

    @Test
    void capOfARuleIsNotUsedUpByPointsBeyondASharedCap() {
        var testRules =
                TestRules.of(rule("r").gives(50).atMost(25, Period.MONTH))
                        .cap("all", 10, Period.DAY);
        assertThat(
                        EngineRun.through(testRules)
                                .points(
                                        order().on("2026-03-02"),
                                        order().on("2026-03-03"),
                                        order().on("2026-03-04"),
                                        order().on("2026-03-05")))
                .containsExactly(10L, 10L, 5L, 0L);
    }

    @Test
    void capHoldsAfterAFloorCutNegativePoints() {
        var testRules = TestRules.of(byQuantity("r").atMost(10, Period.DAY)).floor("zero", 7);
        assertThat(EngineRun.through(testRules).points(orders(10), orders(-10), orders(10)))
                .containsExactly(10L, -3L, 3L);
    }

    @Test
    void capIsNotUsedUpByPointsBeyondTheBudget() {
        var testRules =
                TestRules.of(rule("a").gives(8).budget(3), rule("b").forKinds("visit").gives(8))
                        .cap("all", 10, Period.DAY);
        BudgetSource three =
                new BudgetSource() {
                    private long left = 3;

                    @Override
                    public long reserve(String activityId, String ruleVersionId, long wanted) {
                        var taken = Math.min(left, wanted);
                        left -= taken;
                        return taken;
                    }
                };
        assertThat(
                        EngineRun.through(testRules, three)
                                .points(order(), order(), TestActivity.of("visit")))
                .containsExactly(3L, 0L, 7L);
    }

    @Test
    void limitWithANewPeriodRestarts() {
        var history =
                new RuleHistory(
                        List.of(
                                TestRules.of(rule("r")).cap("all", 15, Period.MONTH).revision(1),
                                TestRules.of(rule("r")).cap("all", 15, Period.DAY).revision(2),
                                TestRules.of(rule("r"))
                                        .cap("all", 15, Period.ALL_TIME)
                                        .revision(3)));
        assertThat(
                        EngineRun.through(history)
                                .points(
                                        order(),
                                        order(),
                                        order().under(2),
                                        order().under(2),
                                        order().under(3),
                                        order().under(3)))
                .containsExactly(10L, 5L, 10L, 5L, 10L, 5L);
    }

    @Test
    void capKeepsItsSumWhenItIsRaised() {
        var history =
                new RuleHistory(
                        List.of(
                                TestRules.of(rule("r").atMost(10, Period.DAY)).revision(1),
                                TestRules.of(rule("r").atMost(15, Period.DAY)).revision(2)));
        assertThat(EngineRun.through(history).points(order(), order().under(2)))
                .containsExactly(10L, 5L);
    }

    @Test
    void calculationNamesEachCut() {
        var testRules = TestRules.of(rule("r").atMost(5, Period.WEEK)).cap("all", 3, Period.DAY);
        assertThat(
                        EngineRun.through(testRules)
                                .apply(order())
                                .pointsEffects()
                                .getFirst()
                                .calculation())
                .containsExactly(
                        "10 for each activity",
                        "Reduced to 5 by the rule's cap: at most 5 a week",
                        "Reduced to 3 by the limit “all”: at most 3 a day");
    }

    @Test
    void deductionTakesFirstWhatACapDidNotGive() {
        var run = EngineRun.through(TestRules.of(byQuantity("r")).cap("karma", 200, Period.DAY));
        assertThat(run.points(orders(286), orders(-2))).containsExactly(200L, 0L);
        assertThat(run.apply(orders(-90)).traces().getFirst().reasons())
                .containsExactly(
                        "1 for each of -90",
                        "Reduced to -6 by the limit “karma”: the sum is 84 above 200 a"
                                + " day, which are deducted first");
    }

    @Test
    void orderOfTheActivitiesOfAPeriodDoesNotMatterToACap() {
        var testRules = TestRules.of(byQuantity("r")).cap("karma", 200, Period.DAY);
        assertThat(EngineRun.through(testRules).points(orders(-2), orders(286)))
                .containsExactly(-2L, 202L);
        assertThat(EngineRun.through(testRules).points(orders(286), orders(-2)))
                .containsExactly(200L, 0L);
    }

    @Test
    void floorKeepsTheTotalFromFallingBelowIt() {
        var testRules = TestRules.of(byQuantity("r")).floor("zero", 0);
        assertThat(
                        EngineRun.through(testRules)
                                .points(orders(-5), orders(3), orders(-5), orders(-1)))
                .containsExactly(0L, 3L, -3L, 0L);
    }

    @Test
    void floorAboveTheTotalAllowsNoNegativePoints() {
        var testRules = TestRules.of(byQuantity("r")).floor("ten", 10);
        assertThat(
                        EngineRun.through(testRules)
                                .points(orders(4), orders(-1), orders(8), orders(-5)))
                .containsExactly(4L, 0L, 8L, -2L);
    }

    @Test
    void floorAppliesToTheRulesThatItNames() {
        var testRules =
                TestRules.of(byQuantity("kept"), byQuantity("free").forKinds("visit"))
                        .floor("zero", 0, "kept");
        assertThat(
                        EngineRun.through(testRules)
                                .points(orders(-5), of("visit", -5), orders(3), orders(-1)))
                .containsExactly(0L, -5L, 3L, 0L);
    }

    @Test
    void floorAppliesToItsCurrencyOnly() {
        var testRules =
                TestRules.of(byQuantity("r").in("STARS"))
                        .limit(
                                "zero",
                                new EarningLimit(
                                        EarningLimit.Type.FLOOR,
                                        "POINTS",
                                        List.of(),
                                        0,
                                        Period.ALL_TIME,
                                        "UTC"));
        assertThat(EngineRun.through(testRules).point(orders(-5))).isEqualTo(-5);
    }

    @Test
    void budgetIsReservedAfterTheCaps() {
        var asked = new ArrayList<String>();
        BudgetSource some =
                (activity, version, wanted) -> {
                    asked.add(activity + " " + version + " " + wanted);
                    return Math.min(2, wanted);
                };
        var testRules = TestRules.of(byQuantity("r").budget(100).atMost(7, Period.DAY));
        assertThat(EngineRun.through(testRules, some).points(orders(9), orders(-1), orders(0)))
                .containsExactly(2L, -1L, 0L);
        assertThat(asked).containsExactly("act_0 rlv_r 7");
    }
}
