package dev.grapevine.graph.engagement;

import dev.grapevine.graph.kernel.Cursor;


import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * A version of what counts as engagement at a brand, and how much. It never changes.
 *
 * @param id {@code edf_…}; each version has its own
 * @param key the definition's short name, unique in the brand
 * @param version 1 for the first, without gaps
 * @param template name of the {@link EngagementTemplate} that it was adopted from; null for one
 *     that the brand wrote or revised
 * @param actions no kind of activity is in two of them
 * @param activeDayWeight what a UTC day with at least one activity that counts adds to a score
 */
public record EngagementDefinition(
        String id,
        String brandId,
        String key,
        int version,
        String name,
        @Nullable String template,
        List<EngagementAction> actions,
        long activeDayWeight,
        OffsetDateTime definedAt) {

    public EngagementDefinition {
        actions = List.copyOf(actions);
    }

    /** What makes a version unique in the whole graph. */
    static String versionKey(String brandId, String key, int version) {
        return brandId + "|" + key + "|" + version;
    }

    /** The place among the versions of the brand. */
    public Cursor cursor() {
        return Cursor.at(definedAt, id);
    }
}
