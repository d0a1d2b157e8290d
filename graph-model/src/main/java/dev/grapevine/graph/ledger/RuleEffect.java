package dev.grapevine.graph.ledger;

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
 * @param calculation how it came to the amount, a sentence for each step
 * @param isCorrection whether the rule has given something for the activity before
 */
public record RuleEffect(
        String customerId,
        String currency,
        long amount,
        String reason,
        String activityId,
        OffsetDateTime occurredAt,
        String ruleVersionId,
        List<String> calculation,
        boolean isCorrection) {

    /** Names what a version of a rule has to do with an activity. */
    public String id() {
        return activityId + "|" + ruleVersionId;
    }

    /** A part of it. */
    RuleEffect of(long part) {
        return new RuleEffect(
                customerId,
                currency,
                part,
                reason,
                activityId,
                occurredAt,
                ruleVersionId,
                calculation,
                isCorrection);
    }
}
