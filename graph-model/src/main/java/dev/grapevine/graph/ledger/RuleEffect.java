package dev.grapevine.graph.ledger;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * Points that a rule credits or deducts for an activity.
 *
 * @param amount points, not 0; negative for a deduction
 * @param reason reason shown to the customer
 * @param effectiveAt time at which the effect took effect: that of the activity, or of the
 *     cancellation that is corrected for
 * @param ruleVersionId id of the rule version
 * @param calculation steps by which the rule calculated the amount, one sentence each
 * @param isCorrection true if the rule version has posted points for the activity before
 */
public record RuleEffect(
        String customerId,
        String currency,
        long amount,
        String reason,
        String activityId,
        OffsetDateTime effectiveAt,
        String ruleVersionId,
        List<String> calculation,
        boolean isCorrection) {

    /** Returns the key of all effects of the rule version for the activity. */
    public String id() {
        return activityId + "|" + ruleVersionId;
    }

    /** Returns the same effect with a part of the amount. */
    RuleEffect of(long part) {
        return new RuleEffect(
                customerId,
                currency,
                part,
                reason,
                activityId,
                effectiveAt,
                ruleVersionId,
                calculation,
                isCorrection);
    }
}
