package dev.grapevine.graph.brand;

import org.springframework.data.neo4j.core.schema.Id;
import org.springframework.data.neo4j.core.schema.Node;

import java.time.OffsetDateTime;

/**
 * Brand: the boundary of all data.
 *
 * @param id {@code brd_…}
 * @param brandId the same as the id: every node carries the id of its brand
 * @param key unique short name of the brand
 */
@Node("Brand")
public record Brand(
        @Id String id, String brandId, String key, String name, OffsetDateTime registeredAt) {}
