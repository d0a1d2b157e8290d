package dev.grapevine.graph.engagement;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;

/**
 * Something that a customer did inside Grapevine, reported by the room that saw it.
 *
 * @param causeId id of the node or relationship that it created; makes the activity unique
 * @param subjectId id of the contribution that it was about
 */
public record OwnActivity(
        String brandId,
        String customerId,
        String kind,
        String causeId,
        @Nullable String subjectId,
        OffsetDateTime occurredAt) {}
