package dev.grapevine.graph.badge;

import dev.grapevine.graph.earning.config.SpecJson;
import dev.grapevine.graph.earning.rule.BadgeCriteria;
import dev.grapevine.graph.kernel.Cursor;

import org.jspecify.annotations.Nullable;
import org.springframework.data.neo4j.core.schema.Id;
import org.springframework.data.neo4j.core.schema.Node;

import java.time.OffsetDateTime;

/**
 * Badge of a brand, immutable.
 *
 * @param id {@code bdg_…}
 * @param brandKey brand id and badge key, joined by a bar: unique in the graph
 * @param key short name, unique in the brand
 * @param criteria {@link BadgeCriteria} as JSON; null for a badge without criteria, awarded
 *     manually or by a rule
 * @param isPermanent true if awards stay active when the activities that earned them are cancelled
 */
@Node("Badge")
public record Badge(
        @Id String id,
        String brandId,
        String brandKey,
        String key,
        String name,
        @Nullable String description,
        @Nullable String criteria,
        boolean isPermanent,
        OffsetDateTime createdAt) {

    /** Returns the unique key of a badge in the graph. */
    static String brandKey(String brandId, String key) {
        return brandId + "|" + key;
    }

    /** Returns the cursor in the list of the brand's badges. */
    public Cursor cursor() {
        return Cursor.at(createdAt, id);
    }

    /** Returns the parsed criteria; null for a badge without criteria. */
    public @Nullable BadgeCriteria parsedCriteria() {
        return criteria == null ? null : SpecJson.read(criteria, BadgeCriteria.class);
    }
}
