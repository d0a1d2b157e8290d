package dev.grapevine.graph.engagement;

import dev.grapevine.graph.kernel.Times;


import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;

/** A stretch of time: from the one moment on, up to but without the other. */
public record TimeRange(OffsetDateTime from, OffsetDateTime to) {

    /** A window that is open where nothing is given. */
    public static TimeRange of(@Nullable OffsetDateTime from, @Nullable OffsetDateTime to) {
        return new TimeRange(from == null ? Times.EARLIEST : from, to == null ? Times.LATEST : to);
    }
}
