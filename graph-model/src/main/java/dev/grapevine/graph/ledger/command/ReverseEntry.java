package dev.grapevine.graph.ledger.command;

import dev.grapevine.graph.kernel.command.Command;

import org.jspecify.annotations.Nullable;

/**
 * Asks for an entry to be taken back.
 *
 * @param amount 1 to what it moved; null for all. Of what it caused, the same share is taken back,
 *     rounded down
 * @param refund what becomes of points that were spent
 * @param reason 1 to 200 characters, for the customer to read
 */
public record ReverseEntry(String entryId, @Nullable Long amount, Refund refund, String reason)
        implements Command {

    /** What becomes of points that were spent, when their spending is taken back. */
    public enum Refund {
        /**
         * They come back into the lots that they were drawn from; what has expired since, lapses.
         */
        RESTORE,
        /** They come back as a new lot, which expires as if they had been earned now. */
        REISSUE
    }

    @Override
    public String operation() {
        return "reverseEntry";
    }
}
