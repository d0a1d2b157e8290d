package dev.grapevine.graph.ledger;

/** What an entry does; its accounts say between whom. */
public enum EntryKind {
    /** The brand gives points: ISSUED → wallet, or → pending. */
    EARNED,
    /** A rule takes points away: wallet → ISSUED. What the wallet lacks is owed. */
    DEDUCTED,
    /** Pending points become available: pending → wallet. */
    UNLOCKED,
    /** Points are spent: wallet → REDEEMED. */
    REDEEMED,
    /** Points are set aside for a purchase: wallet → held. */
    HELD,
    /** Held points are spent: held → REDEEMED. */
    CAPTURED,
    /** Held points come back: held → wallet. */
    RELEASED,
    /** Points are given to another customer: wallet → TRANSFERRED. */
    TRANSFERRED_OUT,
    /** Points come from another customer: TRANSFERRED → wallet. */
    TRANSFERRED_IN,
    /** The brand corrects a balance: ADJUSTED → wallet, or wallet → ADJUSTED. */
    ADJUSTED,
    /** Points have passed their time: wallet → EXPIRED. */
    EXPIRED,
    /**
     * An entry is taken back: its accounts the other way round. Or what a rule gave and takes back
     * has expired meanwhile: EXPIRED → ISSUED.
     */
    REVERSED,
    /** Points that are to be taken back were spent before and are owed: debt → ISSUED. */
    DEBT_INCURRED,
    /** What came in pays what is owed: wallet → debt. */
    DEBT_REPAID;

    /** Whether the customer shows by it that they are still there. */
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

    /** Whether it can be taken back. */
    public boolean isReversible() {
        return this == EARNED || this == REDEEMED || this == CAPTURED || this == ADJUSTED;
    }
}
