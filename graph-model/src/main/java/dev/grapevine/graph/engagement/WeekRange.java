package dev.grapevine.graph.engagement;

import dev.grapevine.graph.kernel.CalendarPeriod;


import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Weeks one after the other, the running one last, and before the first that is shown one more, to
 * which it is compared. Weeks are those of ISO 8601, in UTC: they begin on Monday at 00:00, and the
 * first of a year is the one with its first Thursday.
 *
 * @param shown how many are shown
 * @param running Monday of the running one
 */
record WeekRange(int shown, OffsetDateTime running) {

    static WeekRange until(OffsetDateTime now, int shown) {
        var monday = CalendarPeriod.WEEK.start(now.toLocalDate());
        return new WeekRange(shown, monday.atStartOfDay().atOffset(now.getOffset()));
    }

    /** A week's place in time. */
    record Week(OffsetDateTime from, OffsetDateTime to) {}

    OffsetDateTime from() {
        return running.minusWeeks(shown);
    }

    OffsetDateTime to() {
        return running.plusWeeks(1);
    }

    /** All of them, oldest first, beginning with the one that is not shown. */
    List<Week> all() {
        return IntStream.rangeClosed(0, shown)
                .mapToObj(i -> new Week(from().plusWeeks(i), from().plusWeeks(i + 1L)))
                .toList();
    }

    static String name(OffsetDateTime monday) {
        // 2026-W09-1 without the day.
        return monday.toLocalDate().format(DateTimeFormatter.ISO_WEEK_DATE).substring(0, 8);
    }
}
