package dev.grapevine.graph.engagement;

import java.util.List;

/**
 * Customers did something. Published in the transaction that records it, while the customers are
 * locked.
 *
 * @param activities the new activities, those that Grapevine saw itself among them, in the order in
 *     which they were reported; of any number of customers
 */
public record ActivitiesRecorded(List<Activity> activities) {}
