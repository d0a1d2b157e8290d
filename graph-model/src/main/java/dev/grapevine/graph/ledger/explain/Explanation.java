package dev.grapevine.graph.ledger.explain;

import dev.grapevine.graph.ledger.PointsEntry;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * Cause of an entry and use of its points.
 *
 * @param summary explanation for the customer, in the second person: one to three English sentences
 * @param sentence explanation as one English sentence, with every step
 * @param steps explanation as steps: activity, cause, rule, caller, the entry, lots, their use,
 *     consequences, reversal
 */
public record Explanation(PointsEntry entry, String summary, String sentence, List<Step> steps) {

    /** Kind of a step. */
    public enum Kind {
        /** Activity that caused the entry, directly or through other entries. */
        ACTIVITY,
        /** Step of the calculation of the rule. */
        RULE,
        /** Caller that recorded the entry: a partner, the administrator, or Grapevine. */
        CALL,
        /** Entry that caused the explained entry. */
        CAUSE,
        /** The explained entry. */
        ENTRY,
        /** Lot that the entry opened, restored or drew from. */
        LOT,
        /** Entry that drew from a lot of the explained entry. */
        DEBIT,
        /** Entry that the explained entry caused. */
        CONSEQUENCE,
        /** Entry that reverses the explained entry, or that is reversed by it. */
        REVERSAL
    }

    /**
     * Step of an explanation.
     *
     * @param subjectId id of the activity, caller, entry, rule version or lot that the step
     *     describes
     * @param occurredAt time of the described event
     * @param amount points in the step; null for steps without points
     * @param sentence step in English
     */
    public record Step(
            Kind kind,
            String subjectId,
            @Nullable OffsetDateTime occurredAt,
            @Nullable Long amount,
            String sentence) {}
}
