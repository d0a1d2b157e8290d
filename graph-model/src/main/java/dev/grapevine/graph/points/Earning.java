package dev.grapevine.graph.points;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * What a rule gives for an activity, or takes.
 *
 * @param amount not 0; below zero it is taken
 * @param reason why, in words for the customer
 * @param activityId the activity
 * @param occurredAt when that happened
 * @param ruleVersionId the version of the rule
 * @param working how it came to the amount, a sentence for each step
 * @param isCorrection whether the rule has given something for the activity before
 */
public record Earning(
        String customerId,
        String currency,
        long amount,
        String reason,
        String activityId,
        OffsetDateTime occurredAt,
        String ruleVersionId,
        List<String> working,
        boolean isCorrection) {

    /** Names what a version of a rule has to do with an activity. */
    String id() {
        return activityId + "|" + ruleVersionId;
    }

    /** A part of it. */
    Earning of(long part) {
        return new Earning(
                customerId,
                currency,
                part,
                reason,
                activityId,
                occurredAt,
                ruleVersionId,
                working,
                isCorrection);
    }
}
