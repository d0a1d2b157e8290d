package dev.grapevine.graph.ledger;

import dev.grapevine.graph.kernel.command.NamedRejection;
import dev.grapevine.graph.kernel.command.Rejection;

import java.util.List;

/** Rejection of a ledger command; {@link #with} adds values and bounds to the message. */
public enum LedgerRejection implements NamedRejection {
    BALANCE_TOO_LARGE(
            "amount", "amount would raise a total of the wallet above 9,007,199,254,740,991."),
    CAUSE_REVERSED("causedBy", "The causing entry has been reversed."),
    TOO_MANY_LOTS(
            "amount", "amount would be drawn from more than 5,000 lots; use a smaller amount."),
    NOT_PENDING("entryId", "The entry has no pending points."),
    HOLD_CLOSED("holdId", "The hold was captured or released before."),
    HOLD_EXPIRED("holdId", "The hold has expired; its points were released."),
    CAPTURE_TOO_LARGE("amount", "amount exceeds the points of the hold."),
    NOT_TRANSFERABLE("currency", "The currency does not allow transfers between customers."),
    TRANSFER_TO_SELF("recipient", "recipient and sender are the same customer."),
    TRANSFER_LIMIT_EXCEEDED("amount", "amount exceeds the sender's remaining daily limit."),
    ALREADY_REVERSED("entryId", "The entry was reversed before."),
    NOT_REVERSIBLE(
            "entryId", "The kind of the entry is not EARNED, REDEEMED, CAPTURED or ADJUSTED."),
    REVERSAL_TOO_LARGE("amount", "amount exceeds the points that can still be reversed."),
    ALREADY_SPENT(
            "entryId", "The points of the entry were redeemed, and the currency allows no debt.");

    private final String field;
    private final String message;

    LedgerRejection(String field, String message) {
        this.field = field;
        this.message = message;
    }

    @Override
    public String field() {
        return field;
    }

    @Override
    public String message() {
        return message;
    }

    /** Returns a rejection with the same code and path whose message names values and bounds. */
    public Rejection with(String message) {
        return new Detailed(this, message);
    }

    private record Detailed(LedgerRejection reason, String message) implements Rejection {

        @Override
        public String code() {
            return reason.code();
        }

        @Override
        public List<String> path() {
            return reason.path();
        }
    }
}
