package dev.grapevine.graph.earning.rule;

import dev.grapevine.graph.kernel.CalendarPeriod;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Locale;

/** The stretch of time in which something is counted, before counting begins anew. */
public enum Period {
    DAY(CalendarPeriod.DAY),
    /** From Monday to Sunday. */
    WEEK(CalendarPeriod.WEEK),
    MONTH(CalendarPeriod.MONTH),
    YEAR(CalendarPeriod.YEAR),
    EVER(null);

    private final @Nullable CalendarPeriod calendar;

    Period(@Nullable CalendarPeriod calendar) {
        this.calendar = calendar;
    }

    /** The number of the stretch that a day lies in; later stretches have larger numbers. */
    public long slot(LocalDate day) {
        return calendar == null ? 0 : calendar.number(day);
    }

    /** First day of the stretch with a number. */
    public LocalDate firstDay(long slot) {
        return calendar == null ? LocalDate.MIN : calendar.firstDay(slot);
    }

    /**
     * First day after the stretch with a number; {@link LocalDate#MAX} if the stretch never ends.
     */
    public LocalDate firstDayAfter(long slot) {
        return calendar == null ? LocalDate.MAX : calendar.firstDay(slot + 1);
    }

    /** In English, to stand after an amount. */
    public String description() {
        return this == EVER ? "in all" : "a " + name().toLowerCase(Locale.ROOT);
    }
}
