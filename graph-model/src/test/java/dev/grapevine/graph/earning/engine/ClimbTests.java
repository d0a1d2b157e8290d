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

/** Silver is from 100 points on, gold from 300. */
class ClimbTests {

    private static Journey on(TierSet tierSet) {
        var points = rule("r").gives(new PointsFormula.PerQuantity(BigDecimal.ONE));
        return Journey.through(Book.of(points).ladder("main", tierSet));
    }

    private static void earn(Journey journey, String day, long points) {
        journey.take(Doing.order().on(day).quantity(points));
    }

    @Test
    void whoHasDoneNothingStandsOnTheLowestTier() {
        var tierStatus = on(Book.rolling(30, 0)).standing("2026-03-02");
        assertThat(tierStatus)
                .returns("bronze", it -> it.tier().key())
                .returns(0L, TierStatus::points)
                .returns(100L, TierStatus::pointsToNextTier)
                .returns(null, TierStatus::since)
                .returns(null, TierStatus::downgradeOn);
    }

    @Test
    void climbsAtOnceAndOverSeveralTiers() {
        var journey = on(Book.rolling(30, 0));
        earn(journey, "2026-03-02", 99);
        assertThat(journey.tier("2026-03-02")).isEqualTo("bronze");
        earn(journey, "2026-03-03", 201);
        assertThat(journey.standing("2026-03-03"))
                .returns("gold", it -> it.tier().key())
                .returns(null, TierStatus::next)
                .returns(0L, TierStatus::pointsToNextTier)
                .returns(LocalDate.of(2026, 3, 3), TierStatus::since);
    }

    @Test
    void fallsOnTheDayOnWhichPointsLeaveWhereThereIsNoGrace() {
        var journey = on(Book.rolling(30, 0));
        earn(journey, "2026-03-01", 150);
        assertThat(journey.tier("2026-03-30")).isEqualTo("silver");
        assertThat(journey.standing("2026-03-31"))
                .returns("bronze", it -> it.tier().key())
                .returns(LocalDate.of(2026, 3, 31), TierStatus::since);
    }

    @Test
    void fallsAfterTheDaysOfGrace() {
        var journey = on(Book.rolling(30, 10));
        earn(journey, "2026-03-01", 150);
        assertThat(journey.standing("2026-03-30")).returns(null, TierStatus::downgradeOn);
        assertThat(journey.standing("2026-04-09"))
                .returns("silver", it -> it.tier().key())
                .returns(LocalDate.of(2026, 4, 10), TierStatus::downgradeOn)
                .returns(0L, TierStatus::points)
                .returns(300L, TierStatus::pointsToNextTier);
        assertThat(journey.standing("2026-04-10"))
                .returns("bronze", it -> it.tier().key())
                .returns(null, TierStatus::downgradeOn);
    }

    @Test
    void graceIsCancelledByWhoReachesTheTierAgain() {
        var journey = on(Book.rolling(30, 10));
        earn(journey, "2026-03-01", 150);
        earn(journey, "2026-04-05", 100);
        assertThat(journey.standing("2026-04-20"))
                .returns("silver", it -> it.tier().key())
                .returns(null, TierStatus::downgradeOn)
                .returns(LocalDate.of(2026, 3, 1), TierStatus::since);
    }

    @Test
    void graceGoesOnForWhoEarnsTooLittle() {
        var journey = on(Book.rolling(30, 10));
        earn(journey, "2026-03-01", 150);
        earn(journey, "2026-04-05", 99);
        assertThat(journey.tier("2026-04-09")).isEqualTo("silver");
        assertThat(journey.tier("2026-04-10")).isEqualTo("bronze");
    }

    @Test
    void whoFallsStandsWhereTheirPointsHaveBroughtThem() {
        var journey = on(Book.rolling(30, 10));
        earn(journey, "2026-03-01", 200);
        earn(journey, "2026-03-15", 100);
        assertThat(journey.tier("2026-04-09")).isEqualTo("gold");
        assertThat(journey.tier("2026-04-10")).isEqualTo("silver");
        assertThat(journey.tier("2026-04-23")).isEqualTo("silver");
        assertThat(journey.tier("2026-04-24")).isEqualTo("bronze");
    }

    @Test
    void whatIsTakenThreatensTheTierAtOnce() {
        var journey = on(Book.rolling(30, 10));
        earn(journey, "2026-03-01", 150);
        earn(journey, "2026-03-05", -60);
        assertThat(journey.standing("2026-03-05"))
                .returns("silver", it -> it.tier().key())
                .returns(90L, TierStatus::points)
                .returns(LocalDate.of(2026, 3, 15), TierStatus::downgradeOn);
        assertThat(journey.tier("2026-03-15")).isEqualTo("bronze");
    }

    @Test
    void whatWasTakenComesBackWhenItLeavesThePeriod() {
        var journey = on(Book.rolling(30, 0));
        earn(journey, "2026-03-01", -60);
        earn(journey, "2026-03-20", 150);
        assertThat(journey.tier("2026-03-30")).isEqualTo("bronze");
        assertThat(journey.standing("2026-03-31"))
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
        var journey = on(Book.by(period, 0));
        earn(journey, first.toString(), 150);
        assertThat(journey.tier(last)).isEqualTo("silver");
        assertThat(journey.tier(next)).isEqualTo("bronze");
    }

    @Test
    void periodWithoutEndIsKeptForEver() {
        var journey = on(Book.by(Period.EVER, 0));
        earn(journey, "2026-03-01", 150);
        assertThat(journey.standing("2096-03-01"))
                .returns("silver", it -> it.tier().key())
                .returns("silver", it -> it.projectedTier().key());
    }

    @Test
    void longSilenceIsMadeUpForInTheRightOrder() {
        var journey = on(Book.rolling(30, 10));
        earn(journey, "2020-01-01", 200);
        earn(journey, "2020-01-10", 150);
        assertThat(journey.standing("2026-03-02"))
                .returns("bronze", it -> it.tier().key())
                .returns(LocalDate.of(2020, 2, 10), TierStatus::since);
        earn(journey, "2026-03-02", 100);
        assertThat(journey.standing("2026-03-02"))
                .returns("silver", it -> it.tier().key())
                .returns(LocalDate.of(2026, 3, 2), TierStatus::since);
    }

    @Test
    void tierThatWasLostInSilenceMultipliesNothingAnyMore() {
        var tierSet = new TierSet("POINTS", 30, null, 10, "UTC", Book.tiers("1", "2", "3"));
        var journey = on(tierSet);
        earn(journey, "2026-03-01", 100);
        assertThat(journey.point(Doing.order().on("2026-04-09"))).isEqualTo(2);
        assertThat(journey.point(Doing.order().on("2026-04-10"))).isEqualTo(1);
    }

    @Test
    void lookingTwiceDoesNothing() {
        var journey = on(Book.rolling(30, 10));
        earn(journey, "2026-03-01", 150);
        var before = journey.progress().numbers();
        assertThat(journey.standing("2026-12-31")).isEqualTo(journey.standing("2026-12-31"));
        assertThat(journey.progress().numbers()).isEqualTo(before);
        assertThat(journey.tier("2026-03-05")).isEqualTo("silver");
    }

    @Test
    void pointsOfAnotherCurrencyDoNotCount() {
        var book = Book.of(rule("r").gives(500).in("STARS")).ladder("main", Book.rolling(30, 0));
        var journey = Journey.through(book);
        journey.take(Doing.order());
        assertThat(journey.tier("2026-03-02")).isEqualTo("bronze");
    }

    @Test
    void dayIsThatOfTheLaddersTimeZone() {
        var tierSet =
                new TierSet("POINTS", null, Period.DAY, 0, "Asia/Tokyo", Book.tiers("1", "1", "1"));
        var journey = on(tierSet);
        journey.take(Doing.order().at("2026-03-01T15:00:00Z").quantity(100));
        assertThat(journey.standing("2026-03-02"))
                .returns("silver", it -> it.tier().key())
                .returns(LocalDate.of(2026, 3, 2), TierStatus::since);
        assertThat(journey.tier("2026-03-03")).isEqualTo("bronze");
    }

    @Test
    void paceOfTheLastQuarterProjectsARollingPeriod() {
        var journey = on(Book.rolling(40, 0));
        earn(journey, "2026-03-01", 30);
        assertThat(journey.standing("2026-03-10").projectedTier().key()).isEqualTo("silver");
        assertThat(journey.standing("2026-03-11").projectedTier().key()).isEqualTo("bronze");
    }

    @Test
    void paceOfThePeriodSoFarProjectsACalendarPeriod() {
        var journey = on(Book.by(Period.MONTH, 0));
        earn(journey, "2026-04-10", 35);
        assertThat(journey.standing("2026-04-10").projectedTier().key()).isEqualTo("silver");
        assertThat(journey.standing("2026-04-11").projectedTier().key()).isEqualTo("bronze");
        earn(journey, "2026-04-30", 64);
        assertThat(journey.standing("2026-04-30").projectedTier().key()).isEqualTo("bronze");
    }

    @Test
    void rollingPeriodOfOneDayIsToday() {
        var journey = on(Book.rolling(1, 0));
        earn(journey, "2026-03-01", 300);
        assertThat(journey.standing("2026-03-01"))
                .returns("gold", it -> it.tier().key())
                .returns("gold", it -> it.projectedTier().key());
        assertThat(journey.tier("2026-03-02")).isEqualTo("bronze");
    }
}
