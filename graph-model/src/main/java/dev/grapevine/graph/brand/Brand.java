package dev.grapevine.graph.brand;

import org.springframework.data.neo4j.core.schema.CompositeProperty;
import org.springframework.data.neo4j.core.schema.Id;
import org.springframework.data.neo4j.core.schema.Node;

import java.time.OffsetDateTime;
import java.util.Map;

/**
 * A brand and how it weighs engagement.
 *
 * @param id {@code brd_…}
 * @param brandId the same id: every node carries its brand's
 * @param key the brand's short name in calls, unique
 * @param activeDayWeight what a day with at least one activity adds to an engagement score
 * @param weights what one activity of a kind adds to an engagement score; kinds that are not named
 *     add 1
 */
@Node("Brand")
public record Brand(
        @Id String id,
        String brandId,
        String key,
        String name,
        OffsetDateTime registeredAt,
        long activeDayWeight,
        @CompositeProperty Map<String, Long> weights) {

    public long weightOf(String kind) {
        return weights.getOrDefault(kind, 1L);
    }
}
