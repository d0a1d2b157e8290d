package dev.grapevine.graph.engagement;

import dev.grapevine.graph.kernel.Times;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;

/** Time range: start inclusive, end exclusive. */
public record TimeRange(OffsetDateTime from, OffsetDateTime until) {

    /** Creates a time range; null stands for no bound. */
    public static TimeRange of(@Nullable OffsetDateTime from, @Nullable OffsetDateTime until) {
        return new TimeRange(
                from == null ? Times.EARLIEST : from, until == null ? Times.LATEST : until);
    }
}
