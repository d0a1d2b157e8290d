package dev.grapevine.graph.ledger;

import dev.grapevine.graph.kernel.command.NamedRejection;
import dev.grapevine.graph.kernel.command.Validation;

/** Rejections of ledger commands. */
public enum LedgerRejection implements NamedRejection {
    BALANCE_TOO_LARGE(
            "amount",
            "amount %d would raise a total of the wallet above " + Validation.MAX_AMOUNT + "."),
    CAUSE_REVERSED("causedBy", "Entry %s has been reversed."),
    TOO_MANY_LOTS(
            "amount",
            "amount would be drawn from more than "
                    + PointsLedger.MAX_LOTS
                    + " lots; use a smaller amount."),
    NOT_PENDING("entryId", "Entry %s has no pending points."),
    HOLD_CLOSED("holdId", "Hold %s is not open; its state is %s."),
    HOLD_EXPIRED("holdId", "Hold %s expired at %s; its points were released."),
    CAPTURE_TOO_LARGE("amount", "amount %d exceeds the %d points of hold %s."),
    NOT_TRANSFERABLE("currency", "Currency '%s' does not allow transfers between customers."),
    TRANSFER_TO_SELF("recipient", "recipient and sender are the same customer."),
    TRANSFER_LIMIT_EXCEEDED(
            "amount",
            "amount %d exceeds the %d points that remain of the sender's daily limit of %d."),
    ALREADY_REVERSED("entryId", "Entry %s was reversed before."),
    NOT_REVERSIBLE(
            "entryId",
            "Entry %s is of kind %s; only EARNED, REDEEMED, CAPTURED and ADJUSTED can be"
                    + " reversed."),
    REVERSAL_TOO_LARGE(
            "amount", "amount %d exceeds the %d points of entry %s that can still be reversed."),
    ALREADY_REDEEMED(
            "entryId",
            "Points of entry %s or of its consequences were redeemed, and the currency allows no"
                    + " debt."),
    /**
     * Of one award of several, whose others have their own results. As after any {@code GraphBusy},
     * the award may have been executed.
     */
    GRAPH_BUSY(
            "idempotencyKey",
            "The database was busy, and the award may have been executed; repeat it under the same"
                    + " idempotency key.");

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
}
