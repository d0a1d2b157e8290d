package dev.grapevine.graph.engagement;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What engagement is in communities of a kind: a brand adopts a template by saying which of its
 * kinds of activity count as which action. The weights are the house's proposal; a brand may give
 * its own.
 */
public enum EngagementTemplate {
    E_COMMERCE("e-commerce", "E-commerce"),
    MICROBLOG("microblog", "Microblog"),
    FORUM("forum", "Forum");

    private final String key;
    private final String title;

    EngagementTemplate(String key, String title) {
        this.key = key;
        this.title = title;
    }

    /** The key of a definition that is adopted under no other. */
    public String key() {
        return key;
    }

    /** The name of a definition that is adopted under no other. */
    public String title() {
        return title;
    }

    /** What one activity that counts as an action adds to a score, by action, in their order. */
    public Map<String, Long> weights() {
        var weights = new LinkedHashMap<String, Long>();
        switch (this) {
            case E_COMMERCE -> {
                weights.put("REGISTRATION", 5L);
                weights.put("BASKET_OR_PURCHASE", 10L);
                weights.put("FEEDBACK_BEFORE", 3L);
                weights.put("FEEDBACK_AFTER", 5L);
                weights.put("RATING", 2L);
            }
            case MICROBLOG -> {
                weights.put("POST", 5L);
                weights.put("REPOST", 3L);
                weights.put("COMMENT", 4L);
                weights.put("FOLLOW", 2L);
            }
            case FORUM -> {
                weights.put("POST", 5L);
                weights.put("REPLY", 3L);
            }
        }
        return Collections.unmodifiableMap(weights);
    }
}
