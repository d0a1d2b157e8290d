package dev.grapevine.graph.engagement;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * Customers did something. Published in the transaction that records it, while the customers are
 * locked.
 *
 * @param counts one for each customer and kind among the new activities
 * @param activities the new activities, those that Grapevine saw itself among them, in the order in
 *     which they were reported; of any number of customers
 */
public record ActivitiesRecorded(List<Count> counts, List<Activity> activities) {

    /**
     * How often a customer has done a kind of thing by now.
     *
     * @param count all activities of the kind so far, the new ones included and those that were
     *     withdrawn left out
     * @param lastAt when the latest of the new ones happened
     */
    public record Count(
            String brandId, String customerId, String kind, long count, OffsetDateTime lastAt) {}
}
