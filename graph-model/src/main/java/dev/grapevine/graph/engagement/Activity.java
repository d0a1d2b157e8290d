package dev.grapevine.graph.engagement;

import dev.grapevine.graph.kernel.Cursor;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.Objects;

/**
 * One thing that a customer did. It never changes.
 *
 * @param id {@code act_…}
 * @param externalId the id that the reporting system gave it, unique among the brand's activities
 *     of its kind; null for what Grapevine saw itself
 * @param kind for example {@code review.posted}
 * @param quantity how much of it; 1 unless the kind says otherwise
 * @param value money that belongs to it, as a decimal number; text, because Neo4j has no decimals
 * @param subjectId what it was about: the id of a contribution
 * @param occurredAt when the reporting system says that it happened
 * @param recordedAt when Grapevine heard of it
 */
public record Activity(
        String id,
        String brandId,
        String customerId,
        @Nullable String externalId,
        String kind,
        long quantity,
        @Nullable String value,
        @Nullable String subjectId,
        OffsetDateTime occurredAt,
        OffsetDateTime recordedAt) {

    /** The place in a customer's history. */
    public Cursor cursor() {
        return Cursor.at(occurredAt, id);
    }

    /** Whether both report the same thing, whenever they were recorded. */
    boolean reportsTheSameAs(Activity other) {
        return customerId.equals(other.customerId)
                && kind.equals(other.kind)
                && quantity == other.quantity
                && Objects.equals(value, other.value)
                && Objects.equals(subjectId, other.subjectId)
                && occurredAt.isEqual(other.occurredAt);
    }
}
