package dev.grapevine.graph.activity;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * Reports something that a customer did, in the words of the brand's systems.
 *
 * @param externalId the activity's own id, unique among activities of its kind; reporting it again
 *     has no effect
 * @param customer the customer's external id
 * @param contribution external id of the contribution that it was about
 * @param channel 1 to 40 of {@code a-z 0-9 -}; null for that of the kind
 * @param occurredAt not more than a day ahead
 * @param quantity between minus and plus a billion
 * @param value money, at most 15 digits before and 4 after the point
 * @param fields what the kind asks for
 */
public record RecordActivity(
        String externalId,
        String kind,
        String customer,
        @Nullable String contribution,
        @Nullable String channel,
        OffsetDateTime occurredAt,
        long quantity,
        @Nullable BigDecimal value,
        List<Field> fields) {

    /** A field of an activity and its value, as text. */
    public record Field(String name, String value) {}

    /** Reports an activity without fields, where its kind says that it happens. */
    public RecordActivity(
            String externalId,
            String kind,
            String customer,
            @Nullable String contribution,
            OffsetDateTime occurredAt,
            long quantity,
            @Nullable BigDecimal value) {
        this(
                externalId,
                kind,
                customer,
                contribution,
                null,
                occurredAt,
                quantity,
                value,
                List.of());
    }
}
