package dev.grapevine.graph.engagement;

import java.util.List;

/**
 * Something did not happen after all. Published in the transaction that records it, while the
 * customers are locked.
 *
 * @param activities what is withdrawn, as it is now
 */
public record ActivitiesWithdrawn(List<Activity> activities) {}
