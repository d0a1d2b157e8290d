package dev.grapevine.graph.activity;

import dev.grapevine.graph.kernel.Cursor;


import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;

/**
 * One thing that a customer did. What was reported of it never changes; that it did not happen
 * after all is said once.
 *
 * @param id {@code act_…}
 * @param externalId the id that the reporting system gave it, unique among the brand's activities
 *     of its kind; null for what Grapevine saw itself
 * @param sortKey external id, or the cause of what Grapevine saw itself, and kind, joined by a
 *     blank
 * @param kind for example {@code review.posted}
 * @param channel where it happened, for example {@code web}: as reported, or else as the kind says
 * @param quantity how much of it; 1 unless the kind says otherwise
 * @param value money that belongs to it, as a decimal number; text, because Neo4j has no decimals
 * @param fields what else the kind asks for, each as {@code name=value}, by name
 * @param subjectId what it was about: the id of a contribution
 * @param subjectKind the contribution's kind, for example {@code QUESTION}
 * @param isReplyToOwn whether what it was about is the customer's own answer to a contribution of
 *     their own, as it was when the activity was recorded
 * @param revision which edition of a brand's earning rules has weighed it; null if none has
 * @param flags what those rules have found out about it; mostly empty
 * @param occurredAt when the reporting system says that it happened
 * @param recordedAt when Grapevine heard of it
 * @param cancelledAt since when it is known that it did not happen after all
 * @param cancellationReason why not
 */
public record Activity(
        String id,
        String brandId,
        String customerId,
        @Nullable String externalId,
        String sortKey,
        String kind,
        @Nullable String channel,
        long quantity,
        @Nullable String value,
        List<String> fields,
        @Nullable String subjectId,
        @Nullable String subjectKind,
        boolean isReplyToOwn,
        @Nullable Long revision,
        List<String> flags,
        OffsetDateTime occurredAt,
        OffsetDateTime recordedAt,
        @Nullable OffsetDateTime cancelledAt,
        @Nullable String cancellationReason) {

    private static final char EQUALS = '=';

    /** A node need not have lists that are empty. */
    public Activity {
        fields = fields == null ? List.of() : fields;
        flags = flags == null ? List.of() : flags;
    }

    /** The unique key of a reported activity. */
    static String key(String brandId, String kind, String externalId) {
        return brandId + "|" + kind + "|" + externalId;
    }

    /** The place in a customer's history. */
    public Cursor cursor() {
        return Cursor.at(occurredAt, id);
    }

    /** The place among all that its customer did, the same whenever it was reported. */
    public ActivityPosition order() {
        return new ActivityPosition(occurredAt, sortKey);
    }

    /** The value of a field in its one form; null if the activity does not have it. */
    public @Nullable String field(String name) {
        return fields.stream()
                .filter(field -> field.indexOf(EQUALS) == name.length() && field.startsWith(name))
                .map(field -> field.substring(name.length() + 1))
                .findFirst()
                .orElse(null);
    }

    /** The fields and their values, by name. */
    public List<RecordActivity.Field> fieldValues() {
        return fields.stream()
                .map(
                        field -> {
                            var end = field.indexOf(EQUALS);
                            return new RecordActivity.Field(
                                    field.substring(0, end), field.substring(end + 1));
                        })
                .toList();
    }

    public boolean isWithdrawn() {
        return cancelledAt != null;
    }

    /**
     * Whether both report the same thing, whenever they were recorded.
     *
     * @param namesChannel whether the other report named its channel: otherwise the kind did, which
     *     may have been defined in between
     */
    boolean reportsTheSameAs(Activity other, boolean namesChannel) {
        return customerId.equals(other.customerId)
                && kind.equals(other.kind)
                && (Objects.equals(channel, other.channel) || (channel == null && !namesChannel))
                && quantity == other.quantity
                && Objects.equals(value, other.value)
                && fields.equals(other.fields)
                && Objects.equals(subjectId, other.subjectId)
                && occurredAt.isEqual(other.occurredAt);
    }
}
