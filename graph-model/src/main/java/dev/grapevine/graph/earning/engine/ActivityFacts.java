package dev.grapevine.graph.earning.engine;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;

/**
 * What rules see of an activity.
 *
 * @param activityId {@code act_…}
 * @param value money; null for none
 * @param fields texts by name
 * @param subjectId id of the contribution that it is about
 * @param subjectKind that contribution's kind
 * @param isReplyToOwn whether that contribution answers the customer's own
 * @param flags what was true of the customer when it was recorded, see {@link CustomerFlag}
 * @param revision number of the edition that it is reckoned by
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
     * The place among a customer's activities: by time, then by the key, which the reporting system
     * gives; never by when it was heard of.
     */
    public record Position(OffsetDateTime at, String key) implements Comparable<Position> {
        @Override
        public int compareTo(Position other) {
            var byTime = at.compareTo(other.at);
            return byTime == 0 ? key.compareTo(other.key) : byTime;
        }
    }

    /** Names of facts. */
    public static final class CustomerFlag {
        /** Somebody had brought the customer. */
        public static final String HAS_REFERRER = "referrer";

        private CustomerFlag() {}

        /** The customer had a badge that no other activity can take away: by hand, or kept. */
        public static String badge(String key) {
            return "badge:" + key;
        }

        /** Somebody had taken back the badge from the customer. */
        public static String lost(String key) {
            return "lost:" + key;
        }
    }

    /** The same, reckoned by another edition. */
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

    /** When it happened. */
    public OffsetDateTime at() {
        return position.at();
    }
}
