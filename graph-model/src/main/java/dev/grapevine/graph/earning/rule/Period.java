package dev.grapevine.graph.earning.rule;

import dev.grapevine.graph.kernel.CalendarPeriod;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Locale;

/** Calendar period of a cap, earning limit or tier set; {@link #ALL_TIME} never ends. */
public enum Period {
    DAY(CalendarPeriod.DAY),
    /** From Monday to Sunday. */
    WEEK(CalendarPeriod.WEEK),
    MONTH(CalendarPeriod.MONTH),
    YEAR(CalendarPeriod.YEAR),
    ALL_TIME(null);

    private final @Nullable CalendarPeriod calendar;

    Period(@Nullable CalendarPeriod calendar) {
        this.calendar = calendar;
    }

    /** Returns the number of the period that contains a day; numbers increase with time. */
    public long slot(LocalDate day) {
        return calendar == null ? 0 : calendar.number(day);
    }

    /**
     * Returns the first day of the period with a number; {@link LocalDate#MIN} for {@link
     * #ALL_TIME}.
     */
    public LocalDate firstDay(long slot) {
        return calendar == null ? LocalDate.MIN : calendar.firstDay(slot);
    }

    /**
     * Returns the first day after the period with a number; {@link LocalDate#MAX} for {@link
     * #ALL_TIME}.
     */
    public LocalDate firstDayAfter(long slot) {
        return calendar == null ? LocalDate.MAX : calendar.firstDay(slot + 1);
    }

    /** Returns the period in English, to be placed after an amount: "a week", "in all". */
    public String description() {
        return this == ALL_TIME ? "in all" : "a " + name().toLowerCase(Locale.ROOT);
    }
}
