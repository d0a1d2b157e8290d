package dev.grapevine.graph.engagement;

import dev.grapevine.graph.kernel.Cursor;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * Version of an engagement definition of a brand: the actions that count, with weights. Immutable.
 *
 * @param id {@code edf_…}; each version has its own
 * @param key short name of the definition, unique in the brand
 * @param version number of the version, from 1 without gaps
 * @param template name of the {@link EngagementTemplate} of an adopted version; null for a version
 *     with content of the brand's own
 * @param actions actions without common activity kinds
 * @param activeDayWeight points of the score per UTC day with at least one counted activity
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
        OffsetDateTime createdAt) {

    public EngagementDefinition {
        actions = List.copyOf(actions);
    }

    /** Returns the unique key of a version in the graph. */
    static String versionKey(String brandId, String key, int version) {
        return brandId + "|" + key + "|" + version;
    }

    /** Returns the cursor in the brand's list of versions. */
    public Cursor cursor() {
        return Cursor.at(createdAt, id);
    }
}
