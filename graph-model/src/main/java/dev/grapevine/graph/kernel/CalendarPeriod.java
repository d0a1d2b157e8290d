package dev.grapevine.graph.kernel;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/**
 * Calendar periods without gaps between them. Weeks are ISO 8601 weeks, from Monday to Sunday; the
 * calendar day of a time depends on the time zone.
 */
public enum CalendarPeriod {
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR;

    /** Days from the first day of week 0, a Monday, to 1970-01-01. */
    private static final int WEEK_OFFSET = 3;

    /** Returns the calendar day of a time in a time zone, for example {@code Europe/Berlin}. */
    public static LocalDate day(OffsetDateTime at, String timeZone) {
        return at.atZoneSameInstant(ZoneId.of(timeZone)).toLocalDate();
    }

    /**
     * Returns the number of the period that contains a day; consecutive periods have consecutive
     * numbers.
     */
    public long number(LocalDate day) {
        return switch (this) {
            case DAY -> day.toEpochDay();
            case WEEK -> Math.floorDiv(day.toEpochDay() + WEEK_OFFSET, 7);
            case MONTH -> day.getYear() * 12L + day.getMonthValue() - 1;
            case QUARTER -> day.getYear() * 4L + (day.getMonthValue() - 1) / 3;
            case YEAR -> day.getYear();
        };
    }

    /** Returns the first day of the period with a number. */
    public LocalDate firstDay(long number) {
        return switch (this) {
            case DAY -> LocalDate.ofEpochDay(number);
            case WEEK -> LocalDate.ofEpochDay(number * 7 - WEEK_OFFSET);
            case MONTH -> firstDayOfMonth(number, 12);
            case QUARTER -> firstDayOfMonth(number, 4);
            case YEAR -> firstDayOfMonth(number, 1);
        };
    }

    private static LocalDate firstDayOfMonth(long number, int perYear) {
        var year = Math.toIntExact(Math.floorDiv(number, perYear));
        return LocalDate.of(year, 1 + Math.floorMod(number, perYear) * (12 / perYear), 1);
    }

    /** Returns the first day of the period that contains a day. */
    public LocalDate start(LocalDate day) {
        return firstDay(number(day));
    }

    /** Returns the first day of the period after the one that contains a day. */
    public LocalDate next(LocalDate day) {
        return firstDay(number(day) + 1);
    }
}
