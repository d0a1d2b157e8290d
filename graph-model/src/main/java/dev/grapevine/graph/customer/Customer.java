package dev.grapevine.graph.customer;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;

/**
 * Customer of one brand.
 *
 * @param id {@code cus_…}
 * @param externalId id of the customer in the brand's systems, unique in the brand
 * @param displayName name shown to other customers; null if none
 * @param joinedAt time at which the person became a customer of the brand; null if unknown
 * @param enrolledAt time of the enrolment in Grapevine
 */
public record Customer(
        String id,
        String brandId,
        String externalId,
        @Nullable String displayName,
        @Nullable OffsetDateTime joinedAt,
        OffsetDateTime enrolledAt) {

    /** Returns the unique key of a customer in the graph. */
    public static String key(String brandId, String externalId) {
        return brandId + "|" + externalId;
    }
}
