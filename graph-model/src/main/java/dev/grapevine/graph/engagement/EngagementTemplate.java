package dev.grapevine.graph.engagement;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Template of an engagement definition for a type of community. A brand adopts a template by
 * mapping its activity kinds to the actions; the template's weights are defaults.
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

    /** Returns the default key of an adopted definition. */
    public String key() {
        return key;
    }

    /** Returns the default name of an adopted definition. */
    public String title() {
        return title;
    }

    /** Returns the default weight of each action, by action, in the order of the template. */
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
