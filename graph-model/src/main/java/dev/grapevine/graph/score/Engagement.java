package dev.grapevine.graph.score;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * How engaged customers are, computed from their activities when asked. An activity counts in the
 * moment in which it happened, however late it was recorded; one that was withdrawn, or of a kind
 * that belongs to campaigns, does not count. Whoever asks by a definition that the brand does not
 * have gets nothing.
 */
public interface Engagement {

    /** The longest trend. */
    int MOST_WEEKS = 53;

    /**
     * The score of each of a brand's customers in the window by a version of a definition, by
     * customer id. One round trip; it reads the customers' activities of the kinds that count.
     */
    Map<String, EngagementScore> scores(
            String brandId, Collection<String> customerIds, VersionAsked asked, Window window);

    /**
     * The weeks of each of a brand's customers, oldest first, the running one last, by customer id.
     * One round trip; it reads the customers' activities of these weeks.
     *
     * @param weeks 1 to {@value #MOST_WEEKS}
     */
    Map<String, List<EngagementWeek>> trends(
            String brandId, Collection<String> customerIds, VersionAsked asked, int weeks);

    /**
     * The weeks of brands, each by its own definition of that key, oldest first, the running one
     * last, by brand id. One round trip; it reads all activities of these weeks that count.
     *
     * @param weeks 1 to {@value #MOST_WEEKS}
     */
    Map<String, List<BrandEngagementWeek>> trendsOfBrands(
            Collection<String> brandIds, VersionAsked asked, int weeks);
}
