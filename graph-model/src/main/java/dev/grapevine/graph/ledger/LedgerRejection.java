package dev.grapevine.graph.ledger;

import dev.grapevine.graph.kernel.command.NamedRejection;

/** Why the ledger refuses a command, where nothing but the reason is to be said. */
public enum LedgerRejection implements NamedRejection {
    BALANCE_TOO_LARGE("amount", "The wallet would hold more points than can be counted exactly."),
    CAUSE_REVERSED("causedBy", "The entry that causes it was taken back."),
    TOO_MANY_LOTS("amount", "The points are in more than 5,000 lots; move less at once."),
    NOT_PENDING("entryId", "The entry has no pending points."),
    HOLD_CLOSED("holdId", "The hold was captured or released."),
    HOLD_EXPIRED("holdId", "The hold has timed out; its points have come back."),
    CAPTURE_TOO_LARGE("amount", "More than is held."),
    NOT_TRANSFERABLE("currency", "Customers may not give points of this currency away."),
    TRANSFER_TO_SELF("recipient", "A customer cannot give points to themselves."),
    TRANSFER_LIMIT_EXCEEDED("amount", "More than the customer may still give away today."),
    ALREADY_REVERSED("entryId", "The entry was taken back before."),
    NOT_REVERSIBLE("entryId", "Only what was earned, spent, captured or adjusted is taken back."),
    REVERSAL_TOO_LARGE("amount", "More than the entry moved."),
    ALREADY_SPENT("entryId", "Its points were spent, and the currency allows no debt.");

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
