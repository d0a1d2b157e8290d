package dev.grapevine.graph.ledger.explain;

import dev.grapevine.graph.ledger.PointsEntry;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * Why an entry is there, and what became of its points.
 *
 * @param sentence all of it in English
 * @param steps all of it in the order in which it happened
 */
public record Explanation(PointsEntry entry, String sentence, List<Step> steps) {

    /** What a step tells of. */
    public enum Kind {
        /** What the customer did. */
        ACTIVITY,
        /** How the rule came to the amount. */
        RULE,
        /** Who recorded the entry: a partner, the administrator, Grapevine. */
        CALL,
        /** The entry that caused this one. */
        CAUSE,
        /** The entry itself. */
        ENTRY,
        /** A lot that it brought, or drew from. */
        LOT,
        /** An entry that drew from a lot that it brought. */
        SPENDING,
        /** An entry that it caused. */
        CONSEQUENCE,
        /** The entry that took it back, or that it takes back. */
        REVERSAL
    }

    /**
     * One step.
     *
     * @param subjectId id of the activity, partner, entry or lot that it tells of
     * @param amount how many points it is about; null where it is not about points
     * @param sentence the step in English
     */
    public record Step(
            Kind kind,
            String subjectId,
            @Nullable OffsetDateTime at,
            @Nullable Long amount,
            String sentence) {}
}
