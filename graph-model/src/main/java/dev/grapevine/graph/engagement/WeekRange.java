package dev.grapevine.graph.engagement;

import dev.grapevine.graph.kernel.CalendarPeriod;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Range of consecutive ISO 8601 weeks in UTC, from Monday 00:00: the shown weeks, the current one
 * last, and one week before them for the comparison of the first. Week 1 of a year is the one with
 * the first Thursday.
 *
 * @param shown number of shown weeks
 * @param running Monday 00:00 of the current week
 */
record WeekRange(int shown, OffsetDateTime running) {

    static WeekRange until(OffsetDateTime now, int shown) {
        var monday = CalendarPeriod.WEEK.start(now.toLocalDate());
        return new WeekRange(shown, monday.atStartOfDay().atOffset(now.getOffset()));
    }

    /** Week as a time range. */
    record Week(OffsetDateTime from, OffsetDateTime until) {}

    OffsetDateTime from() {
        return running.minusWeeks(shown);
    }

    OffsetDateTime until() {
        return running.plusWeeks(1);
    }

    /** Returns all weeks, oldest first, beginning with the one that is not shown. */
    List<Week> all() {
        return IntStream.rangeClosed(0, shown)
                .mapToObj(i -> new Week(from().plusWeeks(i), from().plusWeeks(i + 1L)))
                .toList();
    }

    static String name(OffsetDateTime monday) {
        // Format 2026-W09-1 without the day.
        return monday.toLocalDate().format(DateTimeFormatter.ISO_WEEK_DATE).substring(0, 8);
    }
}
