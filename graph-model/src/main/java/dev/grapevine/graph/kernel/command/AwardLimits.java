package dev.grapevine.graph.kernel.command;

import org.jspecify.annotations.Nullable;

/**
 * How many points of each currency a caller may give, counted from when the limit is set; null
 * where there is no limit.
 *
 * @param perCall the most in one award
 * @param perCustomerPerDay the most to one customer in one day (UTC)
 * @param total the most in all
 */
public record AwardLimits(
        @Nullable Long perCall, @Nullable Long perCustomerPerDay, @Nullable Long total) {

    /** No limit at all. */
    public static final AwardLimits NONE = new AwardLimits(null, null, null);
}
