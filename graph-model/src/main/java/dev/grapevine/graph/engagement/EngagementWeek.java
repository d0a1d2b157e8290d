package dev.grapevine.graph.engagement;

import java.time.OffsetDateTime;

/**
 * Engagement of a customer in a week.
 *
 * @param beginsAt Monday 00:00 UTC
 * @param score Σ over actions (count × weight) + active days × weight of an active day
 * @param activeDays number of UTC days with at least one counted activity
 * @param change difference to the score of the preceding week
 */
public record EngagementWeek(OffsetDateTime beginsAt, long score, int activeDays, long change) {

    /** Returns the name of the week by ISO 8601, for example {@code 2026-W09}. */
    public String week() {
        return WeekRange.name(beginsAt);
    }
}
