package dev.grapevine.graph.access;

import dev.grapevine.graph.kernel.command.AwardLimits;

import org.jspecify.annotations.Nullable;
import org.springframework.data.neo4j.core.schema.Id;
import org.springframework.data.neo4j.core.schema.Node;

import java.time.OffsetDateTime;

/**
 * System of a brand that calls the API, for example a shop, an app or a forum.
 *
 * @param id {@code ptn_…}
 * @param maxPerCall maximum points of one award; null for no limit
 * @param maxPerCustomerPerDay maximum points per customer and UTC day; null for no limit
 * @param maxTotal maximum points in total; null for no limit
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

    /** Creates a partner without limits. */
    static Partner unlimited(String id, String brandId, String name, OffsetDateTime now) {
        return new Partner(id, brandId, name, now, null, null, null);
    }

    /** Returns the limits of the points that the partner may award. */
    public AwardLimits limits() {
        return new AwardLimits(maxPerCall, maxPerCustomerPerDay, maxTotal);
    }

    /** Returns a copy with other limits. */
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
