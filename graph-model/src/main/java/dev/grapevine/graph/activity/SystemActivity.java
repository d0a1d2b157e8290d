package dev.grapevine.graph.activity;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;

/**
 * Activity of a customer that Grapevine observed itself.
 *
 * @param causeId id of the node or relationship that the activity created, or a text that begins
 *     with that id; unique among system activities
 * @param subjectId id of the contribution that the activity is about; null if none
 * @param quantity quantity of the activity
 */
public record SystemActivity(
        String brandId,
        String customerId,
        String kind,
        String causeId,
        @Nullable String subjectId,
        long quantity,
        OffsetDateTime occurredAt) {

    /** Creates an activity of quantity 1. */
    public SystemActivity(
            String brandId,
            String customerId,
            String kind,
            String causeId,
            @Nullable String subjectId,
            OffsetDateTime occurredAt) {
        this(brandId, customerId, kind, causeId, subjectId, 1, occurredAt);
    }
}
