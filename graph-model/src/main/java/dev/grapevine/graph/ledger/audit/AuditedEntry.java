package dev.grapevine.graph.ledger.audit;

import dev.grapevine.graph.ledger.EntryKind;
import dev.grapevine.graph.ledger.PointsEntry;
import dev.grapevine.graph.ledger.SystemAccount;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Entry with its lots, hold and reversals, as input of the verification.
 *
 * @param consumed sum of the movements that draw from lots
 * @param held sum of the movements that draw from lots into a hold
 * @param restored sum of the movements that restore lots
 * @param reversals number of entries that reverse the entry
 * @param holdAmount amount of the hold that the entry placed; null if the entry placed none
 * @param stillHeld amount of that hold if open, otherwise 0
 * @param lots lots that the entry opened
 * @param labels labels by which the entry is found at its effective time
 */
record AuditedEntry(
        PointsEntry entry,
        long consumed,
        long held,
        long restored,
        long reversals,
        @Nullable Long holdAmount,
        long stillHeld,
        List<AuditedLot> lots,
        List<String> labels) {

    /**
     * Lot that the entry opened.
     *
     * @param drawn sum of the points drawn from the lot, less restored points
     * @param isOpen true if the lot has the label of open lots
     * @param isPending true if the lot has the label of pending lots
     */
    record AuditedLot(
            String id, long amount, long remaining, long drawn, boolean isOpen, boolean isPending) {

        boolean isConsistent() {
            return remaining >= 0
                    && remaining == amount - drawn
                    && drawn >= 0
                    && (isOpen || isPending) == (remaining > 0)
                    && !(isOpen && isPending);
        }
    }

    private long opened() {
        return lots.stream().mapToLong(AuditedLot::amount).sum();
    }

    /** Returns true if the lot movements of the entry add up to its amount. */
    boolean isBackedByLots() {
        var amount = entry.amount();
        return switch (EntryKind.valueOf(entry.kind())) {
            case EARNED, TRANSFERRED_IN -> isBacked(0, 0, 0, amount);
            case REDEEMED, DEDUCTED, CAPTURED, TRANSFERRED_OUT, EXPIRED, DEBT_REPAID ->
                    isBacked(amount, 0, 0, 0);
            case HELD -> isBacked(0, amount, 0, 0) && Long.valueOf(amount).equals(holdAmount);
            case RELEASED -> isBacked(0, 0, amount, 0);
            case UNLOCKED, DEBT_INCURRED -> isBacked(0, 0, 0, 0);
            case ADJUSTED ->
                    entry.isCredit() ? isBacked(0, 0, 0, amount) : isBacked(amount, 0, 0, 0);
            case REVERSED ->
                    entry.debit().equals(SystemAccount.EXPIRED.name())
                            ? isBacked(0, 0, 0, 0)
                            : isReversalBacked();
        };
    }

    private boolean isReversalBacked() {
        var amount = entry.amount();
        return entry.isCredit()
                ? isBacked(0, 0, amount, 0) || isBacked(0, 0, 0, amount)
                : isBacked(amount, 0, 0, 0);
    }

    private boolean isBacked(long consumed, long held, long restored, long opened) {
        return this.consumed == consumed
                && this.held == held
                && this.restored == restored
                && opened() == opened;
    }
}
