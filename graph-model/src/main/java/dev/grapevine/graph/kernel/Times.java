package dev.grapevine.graph.kernel;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** The one clock, in UTC and to the millisecond: what is written reads back the same everywhere. */
@Component
public class Times {

    /** No date before this one is taken from a caller. */
    public static final OffsetDateTime EARLIEST =
            OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    /** No date from this one on is taken from a caller. */
    public static final OffsetDateTime LATEST =
            OffsetDateTime.of(2200, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private final Clock clock;

    Times(Clock clock) {
        this.clock = clock;
    }

    public OffsetDateTime now() {
        return utc(OffsetDateTime.now(clock));
    }

    /** The same instant as it is stored: in UTC, to the millisecond. */
    public static OffsetDateTime utc(OffsetDateTime time) {
        return time.withOffsetSameInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS);
    }
}
