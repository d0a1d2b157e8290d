package dev.grapevine.graph.badge;

import dev.grapevine.graph.earning.config.SpecJson;
import dev.grapevine.graph.earning.rule.BadgeCriteria;
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
 * @param criteria what it takes to earn it, as JSON; null for a badge that is only awarded by hand
 * @param isPermanent whether it stays when what it was earned by is withdrawn, as the criteria say
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
        OffsetDateTime definedAt) {

    /** What makes a badge unique in the whole graph. */
    static String brandKey(String brandId, String key) {
        return brandId + "|" + key;
    }

    /** The place among the badges of the brand. */
    public Cursor cursor() {
        return Cursor.at(definedAt, id);
    }

    /** What it takes to earn it; null for a badge that is only awarded by hand. */
    public @Nullable BadgeCriteria takes() {
        return criteria == null ? null : SpecJson.read(criteria, BadgeCriteria.class);
    }
}
