package dev.grapevine.graph.course;

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
 * @param isAnswerToOwn whether that contribution answers the customer's own
 * @param facts what was true of the customer when it was recorded, see {@link Fact}
 * @param edition number of the edition that it is reckoned by
 */
public record Happening(
        String activityId,
        Place place,
        String kind,
        long quantity,
        @Nullable BigDecimal value,
        @Nullable String channel,
        Map<String, String> fields,
        @Nullable String subjectId,
        @Nullable String subjectKind,
        boolean isAnswerToOwn,
        Set<String> facts,
        long edition) {

    /**
     * The place among a customer's activities: by time, then by the key, which the reporting system
     * gives; never by when it was heard of.
     */
    public record Place(OffsetDateTime at, String key) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            var byTime = at.compareTo(other.at);
            return byTime == 0 ? key.compareTo(other.key) : byTime;
        }
    }

    /** Names of facts. */
    public static final class Fact {
        /** Somebody had brought the customer. */
        public static final String HAS_REFERRER = "referrer";

        private Fact() {}

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
    public Happening reckonedBy(long other) {
        return new Happening(
                activityId,
                place,
                kind,
                quantity,
                value,
                channel,
                fields,
                subjectId,
                subjectKind,
                isAnswerToOwn,
                facts,
                other);
    }

    /** When it happened. */
    public OffsetDateTime at() {
        return place.at();
    }
}
