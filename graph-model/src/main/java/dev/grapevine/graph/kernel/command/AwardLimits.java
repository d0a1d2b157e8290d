package dev.grapevine.graph.kernel.command;

import org.jspecify.annotations.Nullable;

/**
 * Limits of the points of each currency that a caller may award, counted from the time when the
 * limits were set; null for no limit.
 *
 * @param perCall maximum of one award
 * @param perCustomerPerDay maximum per customer and UTC day
 * @param total maximum in total
 */
public record AwardLimits(
        @Nullable Long perCall, @Nullable Long perCustomerPerDay, @Nullable Long total) {

    /** Absence of limits. */
    public static final AwardLimits NONE = new AwardLimits(null, null, null);
}
