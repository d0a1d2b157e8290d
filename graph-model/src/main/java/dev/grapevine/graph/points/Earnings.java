package dev.grapevine.graph.points;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;

/** What rules give for activities, and take. */
public interface Earnings {

    /**
     * Gives and takes what rules have worked out for activities, inside the transaction that
     * records these; that they are recorded once makes it exact, so no keys are needed. What is
     * taken beyond the balance is owed, whatever the currency says of reversals. Throws if it does
     * not all go through.
     */
    void book(List<Earning> earnings);

    /** What rules have given these customers for their activities so far. One round trip. */
    List<Earned> ofCustomers(Collection<String> customerIds);

    /**
     * What a version of a rule has given for an activity, all entries added up.
     *
     * @param amount below zero if it was taken
     * @param reversed how much of it was taken back by reversals
     * @param occurredAt when the activity happened
     */
    record Earned(
            String customerId,
            String activityId,
            String ruleVersionId,
            String currency,
            long amount,
            long reversed,
            OffsetDateTime occurredAt) {}
}
