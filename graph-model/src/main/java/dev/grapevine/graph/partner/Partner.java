package dev.grapevine.graph.partner;

import org.springframework.data.neo4j.core.schema.Id;
import org.springframework.data.neo4j.core.schema.Node;

import java.time.OffsetDateTime;

/**
 * A system that works for a brand: its shop, its app, its forum.
 *
 * @param id {@code ptn_…}
 */
@Node("Partner")
public record Partner(@Id String id, String brandId, String name, OffsetDateTime registeredAt) {}
