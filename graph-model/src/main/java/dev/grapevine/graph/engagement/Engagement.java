package dev.grapevine.graph.engagement;

import dev.grapevine.graph.customer.Customer;
import java.util.Collection;
import java.util.Map;

/** How engaged customers are, computed from their activities when asked. */
public interface Engagement {

    /** The score of each customer in the window, by customer id. One round trip. */
    Map<String, EngagementScore> scores(Collection<Customer> customers, Window window);
}
