package dev.grapevine.graph.ledger.command;

import dev.grapevine.graph.kernel.command.Command;

import org.jspecify.annotations.Nullable;

/**
 * Command to reverse an entry.
 *
 * @param amount 1 to the amount of the entry; null for all. Entries that name the entry as their
 *     cause are reversed by the same proportion, rounded down
 * @param refundPolicy treatment of redeemed points
 * @param reason 1 to 200 characters, shown to the customer
 */
public record ReverseEntry(
        String entryId, @Nullable Long amount, RefundPolicy refundPolicy, String reason)
        implements Command {

    /** Treatment of redeemed points when their redemption is reversed. */
    public enum RefundPolicy {
        /**
         * Restores the lots that the points were drawn from; lots that have expired since expire
         * again.
         */
        RESTORE_ORIGINAL_EXPIRY,
        /** Issues the points as a new lot, with the expiry of points earned now. */
        REISSUE
    }

    @Override
    public String operation() {
        return "reverseEntry";
    }
}
