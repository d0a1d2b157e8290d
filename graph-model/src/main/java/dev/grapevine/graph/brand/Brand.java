package dev.grapevine.graph.brand;

import org.springframework.data.neo4j.core.schema.Id;
import org.springframework.data.neo4j.core.schema.Node;

import java.time.OffsetDateTime;

/**
 * A brand: the boundary of all data.
 *
 * @param id {@code brd_…}
 * @param brandId the same id: every node carries its brand's
 * @param key the brand's short name in calls, unique
 */
@Node("Brand")
public record Brand(
        @Id String id, String brandId, String key, String name, OffsetDateTime registeredAt) {}
