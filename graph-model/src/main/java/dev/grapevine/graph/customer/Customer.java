package dev.grapevine.graph.customer;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;

/**
 * A customer of one brand.
 *
 * @param id {@code cus_…}
 * @param externalId the customer's id in the brand's own systems, unique in the brand
 * @param displayName how others see the customer
 * @param joinedAt since when they are the brand's customer; null if nobody knows
 * @param enrolledAt when Grapevine first heard of them
 */
public record Customer(
        String id,
        String brandId,
        String externalId,
        @Nullable String displayName,
        @Nullable OffsetDateTime joinedAt,
        OffsetDateTime enrolledAt) {

    /** What makes a customer unique in the whole graph. */
    public static String key(String brandId, String externalId) {
        return brandId + "|" + externalId;
    }
}
