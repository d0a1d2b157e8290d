package dev.grapevine.graph.access;

import dev.grapevine.graph.kernel.command.AwardLimits;


import org.jspecify.annotations.Nullable;
import org.springframework.data.neo4j.core.schema.Id;
import org.springframework.data.neo4j.core.schema.Node;

import java.time.OffsetDateTime;

/**
 * A system that works for a brand: its shop, its app, its forum.
 *
 * @param id {@code ptn_…}
 * @param maxPerCall the most points in one award; null for no limit
 * @param maxPerCustomerPerDay the most points to one customer in one day (UTC); null for no limit
 * @param maxTotal the most points in all, ever; null for no limit
 */
@Node("Partner")
public record Partner(
        @Id String id,
        String brandId,
        String name,
        OffsetDateTime registeredAt,
        @Nullable Long maxPerCall,
        @Nullable Long maxPerCustomerPerDay,
        @Nullable Long maxTotal) {

    /** A partner without limits. */
    static Partner unlimited(String id, String brandId, String name, OffsetDateTime now) {
        return new Partner(id, brandId, name, now, null, null, null);
    }

    /** How many points it may give. */
    public AwardLimits limits() {
        return new AwardLimits(maxPerCall, maxPerCustomerPerDay, maxTotal);
    }

    /** The same partner with other limits. */
    Partner limitedTo(AwardLimits limits) {
        return new Partner(
                id,
                brandId,
                name,
                registeredAt,
                limits.perCall(),
                limits.perCustomerPerDay(),
                limits.total());
    }
}
