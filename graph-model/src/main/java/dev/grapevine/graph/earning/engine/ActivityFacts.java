package dev.grapevine.graph.earning.engine;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;

/**
 * Input of the engine: an activity and the flags of its customer.
 *
 * @param activityId {@code act_…}
 * @param position position in the history of the customer
 * @param kind key of the activity kind
 * @param quantity quantity of the activity
 * @param value value (money); null for none
 * @param channel channel; null for none
 * @param fields values of the fields by name, as text
 * @param subjectId id of the contribution that the activity is about; null for none
 * @param subjectKind kind of that contribution; null if unknown
 * @param isReplyToOwn true if that contribution is a reply to a contribution of the customer
 * @param flags flags of the customer when the activity was recorded, see {@link CustomerFlag}
 * @param revision number of the configuration revision that the activity is evaluated by
 */
public record ActivityFacts(
        String activityId,
        Position position,
        String kind,
        long quantity,
        @Nullable BigDecimal value,
        @Nullable String channel,
        Map<String, String> fields,
        @Nullable String subjectId,
        @Nullable String subjectKind,
        boolean isReplyToOwn,
        Set<String> flags,
        long revision) {

    /**
     * Position of an activity in the history of its customer: by time of occurrence, then by the
     * sort key of the reporting system. The time of recording has no influence.
     */
    public record Position(OffsetDateTime at, String key) implements Comparable<Position> {
        @Override
        public int compareTo(Position other) {
            var byTime = at.compareTo(other.at);
            return byTime == 0 ? key.compareTo(other.key) : byTime;
        }
    }

    /** Names of the flags of a customer. */
    public static final class CustomerFlag {
        /** The customer has a referrer. */
        public static final String HAS_REFERRER = "referrer";

        private CustomerFlag() {}

        /**
         * Returns the flag of a badge that no activity can revoke: awarded manually, or permanent.
         */
        public static String badge(String key) {
            return "badge:" + key;
        }

        /** Returns the flag of a badge that a caller revoked. */
        public static String revoked(String key) {
            return "lost:" + key;
        }
    }

    /** Returns a copy that is evaluated by another revision. */
    public ActivityFacts withRevision(long other) {
        return new ActivityFacts(
                activityId,
                position,
                kind,
                quantity,
                value,
                channel,
                fields,
                subjectId,
                subjectKind,
                isReplyToOwn,
                flags,
                other);
    }

    /** Returns the time of occurrence. */
    public OffsetDateTime at() {
        return position.at();
    }
}
