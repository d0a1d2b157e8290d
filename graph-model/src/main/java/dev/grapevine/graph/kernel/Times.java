package dev.grapevine.graph.kernel;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Clock of the application, in UTC with millisecond precision, so that stored times are read back
 * unchanged.
 */
@Component
public class Times {

    /** Earliest time accepted from a caller, inclusive. */
    public static final OffsetDateTime EARLIEST =
            OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    /** Latest time accepted from a caller, exclusive. */
    public static final OffsetDateTime LATEST =
            OffsetDateTime.of(2200, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    /**
     * Tolerance for times of what has happened: clocks differ, and some systems store days only.
     */
    private static final Duration AHEAD = Duration.ofHours(24);

    private final Clock clock;

    Times(Clock clock) {
        this.clock = clock;
    }

    public OffsetDateTime now() {
        return utc(OffsetDateTime.now(clock));
    }

    /**
     * Returns true if nothing that has happened can have this time: more than 24 hours from now.
     */
    public boolean isFuture(OffsetDateTime time) {
        return time.isAfter(now().plus(AHEAD));
    }

    /** Converts a time to its stored form: UTC, truncated to milliseconds. */
    public static OffsetDateTime utc(OffsetDateTime time) {
        return time.withOffsetSameInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS);
    }
}
