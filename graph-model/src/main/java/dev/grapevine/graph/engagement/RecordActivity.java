package dev.grapevine.graph.engagement;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.OffsetDateTime;

/**
 * Reports something that a customer did, in the words of the brand's systems.
 *
 * @param externalId the activity's own id, unique among activities of its kind; reporting it again
 *     has no effect
 * @param customer the customer's external id
 * @param contribution external id of the contribution that it was about
 * @param quantity between minus and plus a billion
 * @param value money, at most 15 digits before and 4 after the point
 */
public record RecordActivity(
        String externalId,
        String kind,
        String customer,
        @Nullable String contribution,
        OffsetDateTime occurredAt,
        long quantity,
        @Nullable BigDecimal value) {}
