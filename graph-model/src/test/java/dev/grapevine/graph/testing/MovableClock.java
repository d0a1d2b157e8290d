package dev.grapevine.graph.testing;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** The clock of all graph tests: the real time, unless a test stops it and moves it on. */
public class MovableClock extends Clock {

    private volatile @Nullable Instant stoppedAt;

    /** Stops at a moment. */
    public void stopAt(OffsetDateTime moment) {
        stoppedAt = moment.toInstant();
    }

    /** Stops, if it has not, and moves on by so much. */
    public void pass(Duration time) {
        stoppedAt = instant().truncatedTo(ChronoUnit.MILLIS).plus(time);
    }

    /** The real time again. */
    public void reset() {
        stoppedAt = null;
    }

    public OffsetDateTime now() {
        return instant().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
    }

    @Override
    public Instant instant() {
        var moment = stoppedAt;
        return moment == null ? Instant.now() : moment;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Grapevine knows UTC only");
    }
}
