package dev.grapevine.graph.activity;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * Command to record an activity of a customer as reported by the brand's systems.
 *
 * @param externalId id of the activity, unique among activities of its kind; recording it again has
 *     no effect
 * @param customer external id of the customer
 * @param contribution external id of the contribution that the activity is about; null if none
 * @param channel 1 to 40 characters of {@code a-z 0-9 -}; null for the channel of the kind
 * @param occurredAt time of occurrence, from 1970 to 24 hours ahead
 * @param quantity -1,000,000,000 to 1,000,000,000
 * @param value amount of money, at most 15 digits before and 4 after the decimal point
 * @param fields values of the kind's fields
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

    /** Field of an activity with its value as text. */
    public record Field(String name, String value) {}

    /** Creates a report without fields, on the channel of the kind. */
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
