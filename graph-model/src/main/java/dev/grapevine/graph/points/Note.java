package dev.grapevine.graph.points;

import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Times;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;

/** What an entry says besides its transfer; the fields are those of {@link PointsEntry}. */
record Note(
        String reason,
        @Nullable String source,
        String recordedBy,
        @Nullable String becauseOf,
        @Nullable String reverses,
        @Nullable String holdId,
        @Nullable OffsetDateTime occurredAt) {

    static Note of(Caller caller, String reason) {
        return new Note(reason, null, caller.id(), null, null, null, null);
    }

    /** For what happens by itself. */
    static Note byItself(String reason) {
        return of(Caller.GRAPEVINE, reason);
    }

    Note from(@Nullable String source) {
        return new Note(reason, source, recordedBy, becauseOf, reverses, holdId, occurredAt);
    }

    Note at(@Nullable OffsetDateTime occurred) {
        var utc = occurred == null ? null : Times.utc(occurred);
        return new Note(reason, source, recordedBy, becauseOf, reverses, holdId, utc);
    }

    Note because(@Nullable String cause) {
        return new Note(reason, source, recordedBy, cause, reverses, holdId, occurredAt);
    }

    Note reversing(@Nullable String entryId) {
        return new Note(reason, source, recordedBy, becauseOf, entryId, holdId, occurredAt);
    }

    Note of(Hold hold) {
        return new Note(reason, source, recordedBy, becauseOf, reverses, hold.id(), occurredAt);
    }
}
