package dev.grapevine.graph.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.IsoFields;
import java.time.temporal.WeekFields;

/** Calendar periods against the calendar of the JDK. */
class CalendarPeriodProperties {

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs().between(-800_000, 800_000).map(LocalDate::ofEpochDay);
    }

    @Property
    void aPeriodContainsItsDay(@ForAll CalendarPeriod period, @ForAll("days") LocalDate day) {
        assertThat(period.start(day)).isBeforeOrEqualTo(day);
        assertThat(period.next(day)).isAfter(day);
    }

    @Property
    void periodsFollowOneAnotherWithoutGaps(
            @ForAll CalendarPeriod period, @ForAll("days") LocalDate day) {
        var next = period.next(day);
        assertThat(period.number(next)).isEqualTo(period.number(day) + 1);
        assertThat(period.number(next.minusDays(1))).isEqualTo(period.number(day));
        assertThat(period.start(next)).isEqualTo(next);
    }

    @Property
    void aNumberNamesOnePeriod(
            @ForAll CalendarPeriod period,
            @ForAll("days") LocalDate one,
            @ForAll("days") LocalDate other) {
        assertThat(period.number(one) == period.number(other))
                .isEqualTo(period.start(one).equals(period.start(other)));
        assertThat(Long.compare(period.number(one), period.number(other)))
                .isEqualTo(Integer.signum(period.start(one).compareTo(period.start(other))));
    }

    @Property
    void periodsAreThoseOfTheCalendar(@ForAll("days") LocalDate day) {
        assertThat(CalendarPeriod.DAY.start(day)).isEqualTo(day);
        assertThat(CalendarPeriod.WEEK.start(day))
                .isEqualTo(day.with(WeekFields.ISO.dayOfWeek(), 1));
        assertThat(CalendarPeriod.MONTH.start(day)).isEqualTo(day.withDayOfMonth(1));
        assertThat(CalendarPeriod.QUARTER.start(day))
                .isEqualTo(day.with(IsoFields.DAY_OF_QUARTER, 1));
        assertThat(CalendarPeriod.YEAR.start(day)).isEqualTo(day.withDayOfYear(1));
    }

    @Example
    void theDayOfAMomentIsThatOfTheTimeZone() {
        var at = OffsetDateTime.parse("2026-12-31T23:30:00Z");
        assertThat(CalendarPeriod.day(at, "UTC")).isEqualTo("2026-12-31");
        assertThat(CalendarPeriod.day(at, "Europe/Berlin")).isEqualTo("2027-01-01");
        assertThat(CalendarPeriod.day(at, "America/St_Johns")).isEqualTo("2026-12-31");
    }
}
