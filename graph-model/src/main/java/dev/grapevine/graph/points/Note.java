package dev.grapevine.graph.points;

import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Times;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.List;

/** What an entry says besides its transfer; the fields are those of {@link PointsEntry}. */
record Note(
        String reason,
        @Nullable String source,
        String recordedBy,
        @Nullable String becauseOf,
        @Nullable String reverses,
        @Nullable String holdId,
        @Nullable String ruleVersionId,
        @Nullable List<String> working,
        @Nullable OffsetDateTime occurredAt) {

    static Note of(Caller caller, String reason) {
        return new Note(reason, null, caller.id(), null, null, null, null, null, null);
    }

    /** For what happens by itself. */
    static Note byItself(String reason) {
        return of(Caller.GRAPEVINE, reason);
    }

    Note from(@Nullable String source) {
        return new Note(
                reason,
                source,
                recordedBy,
                becauseOf,
                reverses,
                holdId,
                ruleVersionId,
                working,
                occurredAt);
    }

    Note at(@Nullable OffsetDateTime occurred) {
        var utc = occurred == null ? null : Times.utc(occurred);
        return new Note(
                reason,
                source,
                recordedBy,
                becauseOf,
                reverses,
                holdId,
                ruleVersionId,
                working,
                utc);
    }

    Note under(String ruleVersion, List<String> how) {
        return new Note(
                reason,
                source,
                recordedBy,
                becauseOf,
                reverses,
                holdId,
                ruleVersion,
                how,
                occurredAt);
    }

    Note because(@Nullable String cause) {
        return new Note(
                reason,
                source,
                recordedBy,
                cause,
                reverses,
                holdId,
                ruleVersionId,
                working,
                occurredAt);
    }

    Note reversing(@Nullable String entryId) {
        return new Note(
                reason,
                source,
                recordedBy,
                becauseOf,
                entryId,
                holdId,
                ruleVersionId,
                working,
                occurredAt);
    }

    Note of(Hold hold) {
        return new Note(
                reason,
                source,
                recordedBy,
                becauseOf,
                reverses,
                hold.id(),
                ruleVersionId,
                working,
                occurredAt);
    }
}
