package dev.grapevine.graph.access;

import dev.grapevine.graph.kernel.command.AwardLimits;
import dev.grapevine.graph.kernel.command.Command;

import org.jspecify.annotations.Nullable;

/**
 * Command to replace the limits of a partner. Each limit is 0 to 2^53 - 1, or null for no limit.
 *
 * @param perCall maximum points of one award
 * @param perCustomerPerDay maximum points per customer and UTC day
 * @param total maximum points of each currency in total
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
