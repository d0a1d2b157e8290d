package dev.grapevine.graph.engagement;

import java.time.OffsetDateTime;

/**
 * Engagement of all customers of a brand in a week.
 *
 * @param beginsAt Monday 00:00 UTC
 * @param score sum of the customers' scores
 * @param activeDays sum of the customers' active days
 * @param activeCustomers number of customers with at least one counted activity
 * @param change difference to the score of the preceding week
 */
public record BrandEngagementWeek(
        OffsetDateTime beginsAt, long score, long activeDays, long activeCustomers, long change) {

    /** Returns the name of the week by ISO 8601, for example {@code 2026-W09}. */
    public String week() {
        return WeekRange.name(beginsAt);
    }
}
