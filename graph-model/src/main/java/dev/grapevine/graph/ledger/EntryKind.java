package dev.grapevine.graph.ledger;

/** Business meaning of an entry, with its debit and credit account. */
public enum EntryKind {
    /** Award by the brand: ISSUED → available, or ISSUED → pending. */
    EARNED,
    /** Deduction by a rule: available → ISSUED; the part that exceeds the balance becomes debt. */
    DEDUCTED,
    /** Unlocking of pending points: pending → available. */
    UNLOCKED,
    /** Redemption: available → REDEEMED. */
    REDEEMED,
    /** Placement of a hold: available → held. */
    HELD,
    /** Capture of a hold: held → REDEEMED. */
    CAPTURED,
    /** Release of a hold: held → available. */
    RELEASED,
    /** Transfer to another customer: available → TRANSFERRED. */
    TRANSFERRED_OUT,
    /** Transfer from another customer: TRANSFERRED → available. */
    TRANSFERRED_IN,
    /** Correction of a balance by the brand: ADJUSTED → available, or available → ADJUSTED. */
    ADJUSTED,
    /** Expiry of a lot: available → EXPIRED. */
    EXPIRED,
    /**
     * Reversal of an entry, with its accounts exchanged; or write-off of expired points that are
     * reversed or deducted: EXPIRED → ISSUED.
     */
    REVERSED,
    /** Part of a reversal or deduction that exceeds the balance: debt → ISSUED. */
    DEBT_INCURRED,
    /** Payment of debt by a credit: available → debt. */
    DEBT_REPAID;

    /** Returns true if the entry postpones the expiry for inactivity. */
    public boolean countsAsActivity() {
        return switch (this) {
            case EARNED, REDEEMED, HELD, CAPTURED, TRANSFERRED_OUT, TRANSFERRED_IN -> true;
            case DEDUCTED,
                    UNLOCKED,
                    RELEASED,
                    ADJUSTED,
                    EXPIRED,
                    REVERSED,
                    DEBT_INCURRED,
                    DEBT_REPAID ->
                    false;
        };
    }

    /** Returns true if a caller can reverse entries of this kind. */
    public boolean isReversible() {
        return this == EARNED || this == REDEEMED || this == CAPTURED || this == ADJUSTED;
    }
}
