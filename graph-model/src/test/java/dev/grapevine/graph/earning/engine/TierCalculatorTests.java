package dev.grapevine.graph.earning.engine;

import static dev.grapevine.graph.earning.engine.RuleDraft.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.earning.rule.Period;
import dev.grapevine.graph.earning.rule.PointsFormula;
import dev.grapevine.graph.earning.rule.TierSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.time.LocalDate;

/** Silver starts at 100 points, gold at 300. */
class TierCalculatorTests {

    private static EngineRun on(TierSet tierSet) {
        var points = rule("r").gives(new PointsFormula.PerQuantity(BigDecimal.ONE));
        return EngineRun.through(TestRules.of(points).tierSet("main", tierSet));
    }

    private static void earn(EngineRun engineRun, String day, long points) {
        engineRun.apply(TestActivity.order().on(day).quantity(points));
    }

    @Test
    void customerWithoutActivitiesHasTheLowestTier() {
        var tierStatus = on(TestRules.rolling(30, 0)).status("2026-03-02");
        assertThat(tierStatus)
                .returns("bronze", it -> it.tier().key())
                .returns(0L, TierStatus::points)
                .returns(100L, TierStatus::pointsToNextTier)
                .returns(null, TierStatus::since)
                .returns(null, TierStatus::downgradeOn);
    }

    @Test
    void higherTierIsReachedAtOnceAlsoSeveralLevelsUp() {
        var engineRun = on(TestRules.rolling(30, 0));
        earn(engineRun, "2026-03-02", 99);
        assertThat(engineRun.tier("2026-03-02")).isEqualTo("bronze");
        earn(engineRun, "2026-03-03", 201);
        assertThat(engineRun.status("2026-03-03"))
                .returns("gold", it -> it.tier().key())
                .returns(null, TierStatus::next)
                .returns(0L, TierStatus::pointsToNextTier)
                .returns(LocalDate.of(2026, 3, 3), TierStatus::since);
    }

    @Test
    void downgradeWithoutGraceIsOnTheDayOfExpiry() {
        var engineRun = on(TestRules.rolling(30, 0));
        earn(engineRun, "2026-03-01", 150);
        assertThat(engineRun.tier("2026-03-30")).isEqualTo("silver");
        assertThat(engineRun.status("2026-03-31"))
                .returns("bronze", it -> it.tier().key())
                .returns(LocalDate.of(2026, 3, 31), TierStatus::since);
    }

    @Test
    void downgradeIsAfterTheGraceDays() {
        var engineRun = on(TestRules.rolling(30, 10));
        earn(engineRun, "2026-03-01", 150);
        assertThat(engineRun.status("2026-03-30")).returns(null, TierStatus::downgradeOn);
        assertThat(engineRun.status("2026-04-09"))
                .returns("silver", it -> it.tier().key())
                .returns(LocalDate.of(2026, 4, 10), TierStatus::downgradeOn)
                .returns(0L, TierStatus::points)
                .returns(300L, TierStatus::pointsToNextTier);
        assertThat(engineRun.status("2026-04-10"))
                .returns("bronze", it -> it.tier().key())
                .returns(null, TierStatus::downgradeOn);
    }

    @Test
    void graceEndsWhenTheTierIsReachedAgain() {
        var engineRun = on(TestRules.rolling(30, 10));
        earn(engineRun, "2026-03-01", 150);
        earn(engineRun, "2026-04-05", 100);
        assertThat(engineRun.status("2026-04-20"))
                .returns("silver", it -> it.tier().key())
                .returns(null, TierStatus::downgradeOn)
                .returns(LocalDate.of(2026, 3, 1), TierStatus::since);
    }

    @Test
    void graceContinuesBelowTheThreshold() {
        var engineRun = on(TestRules.rolling(30, 10));
        earn(engineRun, "2026-03-01", 150);
        earn(engineRun, "2026-04-05", 99);
        assertThat(engineRun.tier("2026-04-09")).isEqualTo("silver");
        assertThat(engineRun.tier("2026-04-10")).isEqualTo("bronze");
    }

    @Test
    void downgradeIsToTheTierThatThePointsReach() {
        var engineRun = on(TestRules.rolling(30, 10));
        earn(engineRun, "2026-03-01", 200);
        earn(engineRun, "2026-03-15", 100);
        assertThat(engineRun.tier("2026-04-09")).isEqualTo("gold");
        assertThat(engineRun.tier("2026-04-10")).isEqualTo("silver");
        assertThat(engineRun.tier("2026-04-23")).isEqualTo("silver");
        assertThat(engineRun.tier("2026-04-24")).isEqualTo("bronze");
    }

    @Test
    void negativePointsStartTheGraceAtOnce() {
        var engineRun = on(TestRules.rolling(30, 10));
        earn(engineRun, "2026-03-01", 150);
        earn(engineRun, "2026-03-05", -60);
        assertThat(engineRun.status("2026-03-05"))
                .returns("silver", it -> it.tier().key())
                .returns(90L, TierStatus::points)
                .returns(LocalDate.of(2026, 3, 15), TierStatus::downgradeOn);
        assertThat(engineRun.tier("2026-03-15")).isEqualTo("bronze");
    }

    @Test
    void negativePointsExpireWithThePeriod() {
        var engineRun = on(TestRules.rolling(30, 0));
        earn(engineRun, "2026-03-01", -60);
        earn(engineRun, "2026-03-20", 150);
        assertThat(engineRun.tier("2026-03-30")).isEqualTo("bronze");
        assertThat(engineRun.status("2026-03-31"))
                .returns("silver", it -> it.tier().key())
                .returns(LocalDate.of(2026, 3, 31), TierStatus::since);
    }

    @ParameterizedTest
    @CsvSource({
        "DAY, 2026-03-02, 2026-03-03",
        "WEEK, 2026-03-08, 2026-03-09",
        "MONTH, 2024-02-29, 2024-03-01",
        "MONTH, 2025-12-31, 2026-01-01",
        "YEAR, 2026-12-31, 2027-01-01",
    })
    void calendarPeriodEndsWithItsLastDay(Period period, String last, String next) {
        var first = LocalDate.parse(last);
        while (period.slot(first.minusDays(1)) == period.slot(first)) {
            first = first.minusDays(1);
        }
        var engineRun = on(TestRules.by(period, 0));
        earn(engineRun, first.toString(), 150);
        assertThat(engineRun.tier(last)).isEqualTo("silver");
        assertThat(engineRun.tier(next)).isEqualTo("bronze");
    }

    @Test
    void periodEverNeverEnds() {
        var engineRun = on(TestRules.by(Period.ALL_TIME, 0));
        earn(engineRun, "2026-03-01", 150);
        assertThat(engineRun.status("2096-03-01"))
                .returns("silver", it -> it.tier().key())
                .returns("silver", it -> it.projectedTier().key());
    }

    @Test
    void changesOfALongPauseAreEvaluatedInOrder() {
        var engineRun = on(TestRules.rolling(30, 10));
        earn(engineRun, "2020-01-01", 200);
        earn(engineRun, "2020-01-10", 150);
        assertThat(engineRun.status("2026-03-02"))
                .returns("bronze", it -> it.tier().key())
                .returns(LocalDate.of(2020, 2, 10), TierStatus::since);
        earn(engineRun, "2026-03-02", 100);
        assertThat(engineRun.status("2026-03-02"))
                .returns("silver", it -> it.tier().key())
                .returns(LocalDate.of(2026, 3, 2), TierStatus::since);
    }

    @Test
    void tierLostDuringAPauseMultipliesNoPoints() {
        var tierSet = new TierSet("POINTS", 30, null, 10, "UTC", TestRules.tiers("1", "2", "3"));
        var engineRun = on(tierSet);
        earn(engineRun, "2026-03-01", 100);
        assertThat(engineRun.point(TestActivity.order().on("2026-04-09"))).isEqualTo(2);
        assertThat(engineRun.point(TestActivity.order().on("2026-04-10"))).isEqualTo(1);
    }

    @Test
    void readingTheStatusTwiceChangesNothing() {
        var engineRun = on(TestRules.rolling(30, 10));
        earn(engineRun, "2026-03-01", 150);
        var before = engineRun.progress().numbers();
        assertThat(engineRun.status("2026-12-31")).isEqualTo(engineRun.status("2026-12-31"));
        assertThat(engineRun.progress().numbers()).isEqualTo(before);
        assertThat(engineRun.tier("2026-03-05")).isEqualTo("silver");
    }

    @Test
    void pointsOfAnotherCurrencyDoNotCount() {
        var testRules =
                TestRules.of(rule("r").gives(500).in("STARS"))
                        .tierSet("main", TestRules.rolling(30, 0));
        var engineRun = EngineRun.through(testRules);
        engineRun.apply(TestActivity.order());
        assertThat(engineRun.tier("2026-03-02")).isEqualTo("bronze");
    }

    @Test
    void dayIsInTheTimeZoneOfTheTierSet() {
        var tierSet =
                new TierSet(
                        "POINTS",
                        null,
                        Period.DAY,
                        0,
                        "Asia/Tokyo",
                        TestRules.tiers("1", "1", "1"));
        var engineRun = on(tierSet);
        engineRun.apply(TestActivity.order().at("2026-03-01T15:00:00Z").quantity(100));
        assertThat(engineRun.status("2026-03-02"))
                .returns("silver", it -> it.tier().key())
                .returns(LocalDate.of(2026, 3, 2), TierStatus::since);
        assertThat(engineRun.tier("2026-03-03")).isEqualTo("bronze");
    }

    @Test
    void rollingPeriodIsProjectedFromItsLastQuarter() {
        var engineRun = on(TestRules.rolling(40, 0));
        earn(engineRun, "2026-03-01", 30);
        assertThat(engineRun.status("2026-03-10").projectedTier().key()).isEqualTo("silver");
        assertThat(engineRun.status("2026-03-11").projectedTier().key()).isEqualTo("bronze");
    }

    @Test
    void calendarPeriodIsProjectedFromItsElapsedPart() {
        var engineRun = on(TestRules.by(Period.MONTH, 0));
        earn(engineRun, "2026-04-10", 35);
        assertThat(engineRun.status("2026-04-10").projectedTier().key()).isEqualTo("silver");
        assertThat(engineRun.status("2026-04-11").projectedTier().key()).isEqualTo("bronze");
        earn(engineRun, "2026-04-30", 64);
        assertThat(engineRun.status("2026-04-30").projectedTier().key()).isEqualTo("bronze");
    }

    @Test
    void rollingPeriodOfOneDayIsToday() {
        var engineRun = on(TestRules.rolling(1, 0));
        earn(engineRun, "2026-03-01", 300);
        assertThat(engineRun.status("2026-03-01"))
                .returns("gold", it -> it.tier().key())
                .returns("gold", it -> it.projectedTier().key());
        assertThat(engineRun.tier("2026-03-02")).isEqualTo("bronze");
    }
}
