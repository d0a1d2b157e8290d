package dev.grapevine.graph.badge;

import dev.grapevine.graph.kernel.Cursor;

import org.jspecify.annotations.Nullable;
import org.springframework.data.neo4j.core.schema.Id;
import org.springframework.data.neo4j.core.schema.Node;

import java.time.OffsetDateTime;

/**
 * Something that a brand honours.
 *
 * @param id {@code bdg_…}
 * @param brandKey the brand's id and the badge's key, joined by a bar: unique
 * @param key the badge's short name, unique in the brand
 * @param kind kind of activity that is counted; null for a badge that is only awarded by hand
 * @param threshold how many activities of the kind it takes; null without a kind
 */
@Node("Badge")
public record Badge(
        @Id String id,
        String brandId,
        String brandKey,
        String key,
        String name,
        @Nullable String description,
        @Nullable String kind,
        @Nullable Long threshold,
        OffsetDateTime definedAt) {

    /** What makes a badge unique in the whole graph. */
    static String brandKey(String brandId, String key) {
        return brandId + "|" + key;
    }

    /** The place among the badges of the brand. */
    public Cursor cursor() {
        return Cursor.at(definedAt, id);
    }

    /** Whether so many activities of the badge's kind are enough. */
    boolean isReachedAt(long count) {
        return threshold != null && count >= threshold;
    }
}
