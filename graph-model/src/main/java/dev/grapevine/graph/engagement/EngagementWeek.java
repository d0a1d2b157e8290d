package dev.grapevine.graph.engagement;

import java.time.OffsetDateTime;

/**
 * How engaged a customer was in a week.
 *
 * @param beginsAt Monday 00:00 UTC
 * @param score Σ over actions (count × weight) + active days × the weight of an active day
 * @param activeDays UTC days with at least one activity that counts
 * @param change the score less that of the week before
 */
public record EngagementWeek(OffsetDateTime beginsAt, long score, int activeDays, long change) {

    /** Its name by ISO 8601, for example {@code 2026-W09}. */
    public String week() {
        return WeekRange.name(beginsAt);
    }
}
