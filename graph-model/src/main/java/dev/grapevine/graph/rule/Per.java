package dev.grapevine.graph.rule;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** The stretch of time in which something is counted, before counting begins anew. */
public enum Per {
    DAY,
    /** From Monday to Sunday. */
    WEEK,
    MONTH,
    YEAR,
    EVER;

    private static final LocalDate A_MONDAY = LocalDate.of(1969, 12, 29);

    /** The number of the stretch that a day lies in; later stretches have larger numbers. */
    public long slot(LocalDate day) {
        return switch (this) {
            case DAY -> day.toEpochDay();
            case WEEK -> Math.floorDiv(ChronoUnit.DAYS.between(A_MONDAY, day), 7);
            case MONTH -> day.getYear() * 12L + day.getMonthValue() - 1;
            case YEAR -> day.getYear();
            case EVER -> 0;
        };
    }

    /** In English, to stand after an amount. */
    public String words() {
        return this == EVER ? "in all" : "a " + name().toLowerCase(Locale.ROOT);
    }
}
