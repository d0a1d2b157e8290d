package dev.grapevine.graph.activity;

import dev.grapevine.graph.kernel.Cursor;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;

/**
 * Activity of a customer. Immutable, except for its evaluation and its one cancellation.
 *
 * @param id {@code act_…}
 * @param externalId id in the reporting system, unique among the brand's activities of the kind;
 *     null for a system activity
 * @param sortKey external id, or cause of a system activity, and kind, joined by a blank
 * @param kind for example {@code review.posted}
 * @param channel reported channel, for example {@code web}, or else the channel of the kind
 * @param quantity reported quantity; 1 by default
 * @param value amount of money as a decimal number; a text, because Neo4j has no decimals
 * @param fields the kind's fields, each as {@code name=value}, sorted by name
 * @param subjectId id of the contribution that the activity is about
 * @param subjectKind kind of that contribution, for example {@code QUESTION}
 * @param isReplyToOwn true if the subject is the customer's reply to the customer's own
 *     contribution, as of the recording
 * @param revision number of the config revision by which the activity is evaluated; null if not
 *     evaluated
 * @param flags customer flags as of the recording, which conditions of earning rules test; mostly
 *     empty
 * @param occurredAt time of occurrence, as reported
 * @param recordedAt time of the recording
 * @param cancelledAt time of the cancellation; null if not cancelled
 * @param cancellationReason reason of the cancellation
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

    /** Replaces absent lists by empty ones: nodes need not have the properties of empty lists. */
    public Activity {
        fields = fields == null ? List.of() : fields;
        flags = flags == null ? List.of() : flags;
    }

    /** Returns the unique key of a reported activity. */
    static String key(String brandId, String kind, String externalId) {
        return brandId + "|" + kind + "|" + externalId;
    }

    /** Returns the cursor in the customer's list of activities. */
    public Cursor cursor() {
        return Cursor.at(occurredAt, id);
    }

    /** Returns the position in the customer's history, independent of the time of recording. */
    public ActivityPosition order() {
        return new ActivityPosition(occurredAt, sortKey);
    }

    /** Returns the canonical value of a field; null if the activity does not have the field. */
    public @Nullable String field(String name) {
        return fields.stream()
                .filter(field -> field.indexOf(EQUALS) == name.length() && field.startsWith(name))
                .map(field -> field.substring(name.length() + 1))
                .findFirst()
                .orElse(null);
    }

    /** Returns the fields with their values, sorted by name. */
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

    public boolean isCancelled() {
        return cancelledAt != null;
    }

    /**
     * Returns true if the other activity has the same reported content, regardless of the time of
     * recording.
     *
     * @param namesChannel true if the other report names its channel; otherwise the report also
     *     matches an activity without channel, since the kind may have been created in between
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
