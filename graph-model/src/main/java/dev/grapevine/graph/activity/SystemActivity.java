package dev.grapevine.graph.activity;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;

/**
 * Something that a customer did inside Grapevine, reported by the room that saw it.
 *
 * @param causeId id of the node or relationship that it created, or a text that begins with it;
 *     makes the activity unique
 * @param subjectId id of the contribution that it was about
 * @param quantity how much of it
 */
public record SystemActivity(
        String brandId,
        String customerId,
        String kind,
        String causeId,
        @Nullable String subjectId,
        long quantity,
        OffsetDateTime occurredAt) {

    /** Something that happened once. */
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
