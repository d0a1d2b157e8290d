package dev.grapevine.graph.points;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;

/**
 * Asks for points to be given to a customer.
 *
 * @param amount 1 to {@link PointsLedger#LARGEST_AMOUNT}
 * @param reason 1 to 200 characters, for the customer to read
 * @param occurredAt null for now
 */
public record AwardPoints(
        String customerId, long amount, String reason, @Nullable OffsetDateTime occurredAt) {}
