package dev.grapevine.graph.engagement;

import java.time.OffsetDateTime;

/**
 * How engaged all customers of a brand were in a week, added up.
 *
 * @param beginsAt Monday 00:00 UTC
 * @param score the sum of the customers' scores
 * @param activeDays the sum of the customers' active days
 * @param activeCustomers customers with at least one activity that counts
 * @param change the score less that of the week before
 */
public record BrandEngagementWeek(
        OffsetDateTime beginsAt, long score, long activeDays, long activeCustomers, long change) {

    /** Its name by ISO 8601, for example {@code 2026-W09}. */
    public String week() {
        return WeekRange.name(beginsAt);
    }
}
