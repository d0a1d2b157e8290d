package dev.grapevine.graph.earning.engine;

import static dev.grapevine.graph.earning.engine.RuleDraft.rule;
import static dev.grapevine.graph.earning.engine.TestActivity.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.earning.rule.BadgeCriteria.Measure;
import dev.grapevine.graph.earning.rule.BadgeCriteria.MeasurePeriod;
import dev.grapevine.graph.earning.rule.Comparison;
import dev.grapevine.graph.earning.rule.Condition;
import dev.grapevine.graph.earning.rule.Period;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;

class BadgeEvaluatorTests {

    /** Levels that each activity earns, without the key of the badge. */
    private static List<String> earned(Badges badge, TestActivity... testActivities) {
        var engineRun = EngineRun.through(TestRules.of().badge("b", badge.make()));
        return Arrays.stream(testActivities)
                .map(engineRun::badges)
                .map(all -> String.join(", ", all).replace("b ", ""))
                .toList();
    }

    private static TestActivity idea(String id) {
        return order().about(id, "idea");
    }

    @Test
    void firstActivityEarnsOnce() {
        assertThat(earned(Badges.count(1), order(), order())).containsExactly("0", "");
    }

    @Test
    void countEarnsWhenItIsReached() {
        assertThat(
                        earned(
                                Badges.count(3),
                                order(),
                                TestActivity.of("visit"),
                                order(),
                                order(),
                                order()))
                .containsExactly("", "", "", "0", "");
    }

    @Test
    void negativeWeightsReduceTheMeasure() {
        var badge = Badges.count(2).counting("vote", 1).counting("unvote", -1);
        var up = TestActivity.of("vote");
        var down = TestActivity.of("unvote");
        assertThat(earned(badge, up, down, up, up, down, up))
                .containsExactly("", "", "", "0", "", "");
    }

    @Test
    void weightsMultiplyTheCount() {
        var badge = Badges.count(10).counting("review", 5);
        assertThat(earned(badge, TestActivity.of("review"), order(), TestActivity.of("review")))
                .containsExactly("", "", "0");
    }

    @Test
    void quantitiesCountByTheirWeights() {
        var badge = Badges.of(Measure.QUANTITY, 10).counting("refund", -1);
        assertThat(
                        earned(
                                badge,
                                order().quantity(8),
                                TestActivity.of("refund").quantity(3),
                                order().quantity(4),
                                order()))
                .containsExactly("", "", "", "0");
    }

    @Test
    void valuesCountToTheirDecimals() {
        assertThat(
                        earned(
                                Badges.of(Measure.VALUE, 10),
                                order().value("9.9999"),
                                order(),
                                order().value("0.0001")))
                .containsExactly("", "", "0");
    }

    @Test
    void differentContributionsKindsAndDaysCountOnce() {
        assertThat(
                        earned(
                                Badges.of(Measure.DISTINCT_CONTRIBUTIONS, 2),
                                idea("con_1"),
                                idea("con_1"),
                                order(),
                                idea("con_2")))
                .containsExactly("", "", "", "0");
        assertThat(
                        earned(
                                Badges.of(Measure.DISTINCT_KINDS, 2).counting("visit", 1),
                                order(),
                                order(),
                                TestActivity.of("visit")))
                .containsExactly("", "", "0");
        assertThat(
                        earned(
                                Badges.of(Measure.DISTINCT_DAYS, 2),
                                order().on("2026-03-02"),
                                order().on("2026-03-02"),
                                order().on("2026-03-09")))
                .containsExactly("", "", "0");
    }

    @Test
    void streakRestartsAfterAGap() {
        assertThat(
                        earned(
                                Badges.of(Measure.STREAK_OF_DAYS, 3),
                                order().on("2026-03-01"),
                                order().on("2026-03-02"),
                                order().on("2026-03-02"),
                                order().on("2026-03-04"),
                                order().on("2026-03-05"),
                                order().on("2026-03-06")))
                .containsExactly("", "", "", "", "", "0");
    }

    @Test
    void streakUsesTheTimeZoneOfTheBadge() {
        var badge = Badges.of(Measure.STREAK_OF_DAYS, 2);
        var late = order().at("2026-03-28T22:30:00Z");
        var early = order().at("2026-03-28T23:30:00Z");
        assertThat(earned(badge, late, early)).containsExactly("", "");
        assertThat(earned(badge.zone("Europe/Berlin"), late, early)).containsExactly("", "0");
    }

    @Test
    void streakIsNotInterruptedByDaysOfTwentyThreeAndTwentyFiveHours() {
        var badge = Badges.of(Measure.STREAK_OF_DAYS, 3).zone("Europe/Berlin");
        assertThat(
                        earned(
                                badge,
                                order().at("2026-03-28T00:00:00+01:00"),
                                order().at("2026-03-29T23:59:00+02:00"),
                                order().at("2026-03-30T00:00:00+02:00")))
                .containsExactly("", "", "0");
    }

    @Test
    void streakRestartsInEachPeriod() {
        var badge = Badges.of(Measure.STREAK_OF_DAYS, 2).in(MeasurePeriod.MONTH).repeatable();
        assertThat(
                        earned(
                                badge,
                                order().on("2026-03-30"),
                                order().on("2026-03-31"),
                                order().on("2026-04-01"),
                                order().on("2026-04-02")))
                .containsExactly("", "0 2026-03-01", "", "0 2026-04-01");
    }

    @Test
    void periodIsEarnedAgainInTheNextOneOnlyIfRepeatable() {
        var first = order().on("2026-03-01");
        var second = order().on("2026-03-02");
        assertThat(
                        earned(
                                Badges.count(2).in(MeasurePeriod.WEEK).repeatable(),
                                first,
                                second,
                                second,
                                second,
                                order().on("2026-03-09"),
                                order().on("2026-03-15")))
                .containsExactly("", "", "0 2026-03-02", "", "", "0 2026-03-09");
        assertThat(
                        earned(
                                Badges.count(2).in(MeasurePeriod.WEEK),
                                first,
                                second,
                                second,
                                second,
                                order().on("2026-03-09"),
                                order().on("2026-03-15")))
                .containsExactly("", "", "0", "", "", "");
    }

    @Test
    void periodKeyIsTheFirstDayOfThePeriodOrTheYear() {
        assertThat(earned(Badges.count(1).in(MeasurePeriod.DAY).repeatable(), order()))
                .containsExactly("0 2026-03-02");
        assertThat(
                        earned(
                                Badges.count(1).in(MeasurePeriod.MONTH).repeatable(),
                                order().on("2026-03-31")))
                .containsExactly("0 2026-03-01");
        assertThat(
                        earned(
                                Badges.count(1).in(MeasurePeriod.YEAR).repeatable(),
                                order().on("2025-12-31"),
                                order().on("2026-01-01"),
                                order().on("2026-01-02")))
                .containsExactly("0 2025", "0 2026", "");
    }

    @Test
    void distinctCountsRestartInEachPeriod() {
        assertThat(
                        earned(
                                Badges.of(Measure.DISTINCT_DAYS, 2)
                                        .in(MeasurePeriod.WEEK)
                                        .repeatable(),
                                order().on("2026-03-07"),
                                order().on("2026-03-08"),
                                order().on("2026-03-09"),
                                order().on("2026-03-10")))
                .containsExactly("", "0 2026-03-02", "", "0 2026-03-09");
    }

    @Test
    void eachContributionEarnsForItself() {
        var badge = Badges.count(2).in(MeasurePeriod.CONTRIBUTION).repeatable();
        assertThat(
                        earned(
                                badge,
                                idea("con_1"),
                                idea("con_2"),
                                order(),
                                idea("con_2"),
                                idea("con_1"),
                                idea("con_1")))
                .containsExactly("", "", "", "0 con_2", "0 con_1", "");
    }

    @Test
    void contributionsHaveSeparateMeasuresAlsoIfEarnedOnce() {
        var badge = Badges.count(2).in(MeasurePeriod.CONTRIBUTION);
        assertThat(earned(badge, idea("con_1"), idea("con_2"), idea("con_2"), idea("con_1")))
                .containsExactly("", "", "0", "");
    }

    @Test
    void severalLevelsAreEarnedAtOnce() {
        var badge = Badges.of(Measure.QUANTITY, 5, 10, 100);
        assertThat(earned(badge, order().quantity(10), order().quantity(90)))
                .containsExactly("0, 1", "2");
    }

    @Test
    void levelIsNotEarnedASecondTime() {
        var badge = Badges.count(2).levels(1, 2).counting("unvote", -1);
        assertThat(earned(badge, order(), order(), TestActivity.of("unvote"), order()))
                .containsExactly("0", "1", "", "");
    }

    @Test
    void activityThatFailsTheConditionIsNotCounted() {
        var badge =
                Badges.of(Measure.STREAK_OF_DAYS, 2)
                        .when(new Condition.QuantityIs(Comparison.AT_LEAST, 5));
        assertThat(
                        earned(
                                badge,
                                order().on("2026-03-01").quantity(5),
                                order().on("2026-03-02"),
                                order().on("2026-03-03").quantity(5),
                                order().on("2026-03-04").quantity(5)))
                .containsExactly("", "", "", "0");
    }

    @Test
    void nthOfABadgeIsTheNthOfTheActivitysKind() {
        var badge = Badges.count(1).counting("visit", 1).when(new Condition.NthOfKind(2, false));
        assertThat(earned(badge, order(), TestActivity.of("visit"), TestActivity.of("visit")))
                .containsExactly("", "", "0");
    }

    @Test
    void effectHasTheMeasure() {
        var engineRun =
                EngineRun.through(TestRules.of().badge("b", Badges.of(Measure.VALUE, 5).make()));
        assertThat(engineRun.apply(order().value("7.9")).badgeEffects().getFirst().measure())
                .isEqualTo(7);
    }

    @Test
    void ruleAwardsABadgeOnce() {
        var engineRun = EngineRun.through(TestRules.of(rule("r").awards("fan").givesNothing()));
        assertThat(engineRun.apply(order()).badgeEffects())
                .containsExactly(new EvaluationResult.BadgeEffect("fan", 0, "", 1, "rlv_r"));
        assertThat(engineRun.apply(order()).badgeEffects()).isEmpty();
    }

    @Test
    void ruleAndCriteriaDoNotAwardTheSameTwice() {
        var testRules = TestRules.of(rule("r").awards("fan")).badge("fan", Badges.count(2).make());
        var engineRun = EngineRun.through(testRules);
        assertThat(engineRun.badges(order())).containsExactly("fan 0");
        assertThat(engineRun.badges(order())).isEmpty();
    }

    @Test
    void ruleWhosePointsAreCappedToZeroAwardsItsBadge() {
        var rule = rule("r").atMost(0, Period.DAY).awards("fan");
        assertThat(EngineRun.through(TestRules.of(rule)).badges(order())).containsExactly("fan 0");
    }
}
