package dev.grapevine.graph.engagement;

import java.util.Collection;
import java.util.Map;

/** How engaged customers are, computed from their activities when asked. */
public interface Engagement {

    /** The score of each of a brand's customers in the window, by customer id. One round trip. */
    Map<String, EngagementScore> scores(
            String brandId, Collection<String> customerIds, Window window);
}
