package dev.grapevine.graph.access;

import dev.grapevine.graph.kernel.command.AwardLimits;
import dev.grapevine.graph.kernel.command.Command;


import org.jspecify.annotations.Nullable;

/**
 * Asks for the limits of a partner to be replaced. Each is 0 to 2^53 - 1, or null for no limit.
 *
 * @param perCall the most points in one award
 * @param perCustomerPerDay the most points to one customer in one day (UTC)
 * @param total the most points of a currency in all, ever
 */
public record SetPartnerLimits(
        String partnerId,
        @Nullable Long perCall,
        @Nullable Long perCustomerPerDay,
        @Nullable Long total)
        implements Command {

    AwardLimits limits() {
        return new AwardLimits(perCall, perCustomerPerDay, total);
    }

    @Override
    public String operation() {
        return "setPartnerLimits";
    }
}
