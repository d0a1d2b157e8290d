package dev.grapevine.graph.earning.engine;

import static dev.grapevine.graph.earning.engine.RuleDraft.rule;
import static dev.grapevine.graph.earning.engine.TestActivity.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.earning.rule.Aggregate;
import dev.grapevine.graph.earning.rule.Comparison;
import dev.grapevine.graph.earning.rule.Condition;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;

/** Times of day and weekdays in the time zone of the rule. */
class TimeConditionTests {

    private static boolean holds(Condition condition, String zone, String at) {
        return EngineRun.through(TestRules.of(rule("r").zone(zone).when(condition)))
                        .point(order().at(at))
                == 10;
    }

    private static Condition between(String from, String until) {
        return new Condition.TimeOfDay(LocalTime.parse(from), LocalTime.parse(until));
    }

    @Test
    void timeOfDayBeginsWithItsFirstMomentAndEndsBeforeItsLast() {
        var morning = between("08:00", "12:00");
        assertThat(holds(morning, "UTC", "2026-03-02T07:59:59.999Z")).isFalse();
        assertThat(holds(morning, "UTC", "2026-03-02T08:00:00Z")).isTrue();
        assertThat(holds(morning, "UTC", "2026-03-02T11:59:59.999Z")).isTrue();
        assertThat(holds(morning, "UTC", "2026-03-02T12:00:00Z")).isFalse();
    }

    @Test
    void timeOfDaySpansMidnight() {
        var night = between("22:00", "06:00");
        assertThat(holds(night, "UTC", "2026-03-02T21:59:59Z")).isFalse();
        assertThat(holds(night, "UTC", "2026-03-02T22:00:00Z")).isTrue();
        assertThat(holds(night, "UTC", "2026-03-03T00:00:00Z")).isTrue();
        assertThat(holds(night, "UTC", "2026-03-03T05:59:59Z")).isTrue();
        assertThat(holds(night, "UTC", "2026-03-03T06:00:00Z")).isFalse();
    }

    @Test
    void timeOfDayEndsAtMidnight() {
        var evening = between("18:00", "00:00");
        assertThat(holds(evening, "UTC", "2026-03-02T23:59:59Z")).isTrue();
        assertThat(holds(evening, "UTC", "2026-03-03T00:00:00Z")).isFalse();
    }

    @Test
    void timeOfDayIsInTheTimeZoneForEachOffset() {
        var morning = between("08:00", "09:00");
        assertThat(holds(morning, "Asia/Kolkata", "2026-03-02T03:00:00Z")).isTrue();
        assertThat(holds(morning, "Asia/Kolkata", "2026-03-02T08:30:00+05:30")).isTrue();
        assertThat(holds(morning, "Asia/Kolkata", "2026-03-02T08:30:00Z")).isFalse();
    }

    @Test
    void hourSkippedInSpringIsNeverMatched() {
        var hour = between("02:00", "03:00");
        assertThat(holds(hour, "Europe/Berlin", "2026-03-29T00:59:59Z")).isFalse();
        assertThat(holds(hour, "Europe/Berlin", "2026-03-29T01:00:00Z")).isFalse();
    }

    @Test
    void hourRepeatedInAutumnIsMatchedTwice() {
        var hour = between("02:00", "03:00");
        assertThat(holds(hour, "Europe/Berlin", "2026-10-25T00:30:00Z")).isTrue();
        assertThat(holds(hour, "Europe/Berlin", "2026-10-25T01:30:00Z")).isTrue();
        assertThat(holds(hour, "Europe/Berlin", "2026-10-25T02:30:00Z")).isFalse();
    }

    @Test
    void weekdayIsInTheTimeZone() {
        var monday = new Condition.Weekdays(List.of(DayOfWeek.MONDAY));
        assertThat(holds(monday, "UTC", "2026-03-02T00:00:00Z")).isTrue();
        assertThat(holds(monday, "UTC", "2026-03-01T23:59:59Z")).isFalse();
        assertThat(holds(monday, "Pacific/Auckland", "2026-03-01T11:00:00Z")).isTrue();
        assertThat(holds(monday, "America/Los_Angeles", "2026-03-02T07:59:59Z")).isFalse();
        assertThat(holds(monday, "America/Los_Angeles", "2026-03-03T07:59:59Z")).isTrue();
    }

    @Test
    void dayOfTwentyThreeHoursIsOneDay() {
        assertThat(onTheSameDay("Europe/Berlin", "2026-03-28T23:00:00Z", "2026-03-29T21:59:59Z"))
                .isTrue();
        assertThat(onTheSameDay("Europe/Berlin", "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z"))
                .isFalse();
    }

    @Test
    void dayOfTwentyFiveHoursIsOneDay() {
        assertThat(onTheSameDay("Europe/Berlin", "2026-10-24T22:00:00Z", "2026-10-25T22:59:59Z"))
                .isTrue();
        assertThat(onTheSameDay("Europe/Berlin", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z"))
                .isFalse();
    }

    @Test
    void dayWithoutMidnightIsOneDay() {
        assertThat(onTheSameDay("America/Santiago", "2026-09-06T04:00:00Z", "2026-09-07T02:59:59Z"))
                .isTrue();
        assertThat(onTheSameDay("America/Santiago", "2026-09-06T03:59:59Z", "2026-09-06T04:00:00Z"))
                .isFalse();
    }

    private static boolean onTheSameDay(String zone, String one, String other) {
        var second =
                new Condition.AggregateIs(
                        new Aggregate(Aggregate.Type.COUNT, List.of("order"), 1),
                        Comparison.EQUAL,
                        BigDecimal.TWO);
        return EngineRun.through(TestRules.of(rule("r").zone(zone).when(second)))
                .points(order().at(one), order().at(other))
                .equals(List.of(0L, 10L));
    }
}
