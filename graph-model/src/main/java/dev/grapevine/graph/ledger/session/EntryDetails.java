package dev.grapevine.graph.ledger.session;

import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.ledger.Hold;
import dev.grapevine.graph.ledger.PointsEntry;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.List;

/** Descriptive fields of an entry; their meaning is that of {@link PointsEntry}. */
public record EntryDetails(
        String reason,
        @Nullable String source,
        String recordedBy,
        @Nullable String causedBy,
        @Nullable String reverses,
        @Nullable String holdId,
        @Nullable String ruleVersionId,
        @Nullable List<String> calculation,
        @Nullable OffsetDateTime effectiveAt) {

    public static EntryDetails of(Caller caller, String reason) {
        return new EntryDetails(reason, null, caller.id(), null, null, null, null, null, null);
    }

    /** Creates the details of an entry without a caller. */
    public static EntryDetails automatic(String reason) {
        return of(Caller.SYSTEM, reason);
    }

    public EntryDetails withSource(@Nullable String source) {
        return new EntryDetails(
                reason,
                source,
                recordedBy,
                causedBy,
                reverses,
                holdId,
                ruleVersionId,
                calculation,
                effectiveAt);
    }

    public EntryDetails withEffectiveAt(@Nullable OffsetDateTime at) {
        var utc = at == null ? null : Times.utc(at);
        return new EntryDetails(
                reason,
                source,
                recordedBy,
                causedBy,
                reverses,
                holdId,
                ruleVersionId,
                calculation,
                utc);
    }

    public EntryDetails withRule(String ruleVersion, List<String> steps) {
        return new EntryDetails(
                reason,
                source,
                recordedBy,
                causedBy,
                reverses,
                holdId,
                ruleVersion,
                steps,
                effectiveAt);
    }

    public EntryDetails withCause(@Nullable String cause) {
        return new EntryDetails(
                reason,
                source,
                recordedBy,
                cause,
                reverses,
                holdId,
                ruleVersionId,
                calculation,
                effectiveAt);
    }

    public EntryDetails withReversal(@Nullable String entryId) {
        return new EntryDetails(
                reason,
                source,
                recordedBy,
                causedBy,
                entryId,
                holdId,
                ruleVersionId,
                calculation,
                effectiveAt);
    }

    public EntryDetails withHold(Hold hold) {
        return new EntryDetails(
                reason,
                source,
                recordedBy,
                causedBy,
                reverses,
                hold.id(),
                ruleVersionId,
                calculation,
                effectiveAt);
    }
}
