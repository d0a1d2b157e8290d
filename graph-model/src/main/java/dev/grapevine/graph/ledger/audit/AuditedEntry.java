package dev.grapevine.graph.ledger.audit;

import dev.grapevine.graph.ledger.EntryKind;
import dev.grapevine.graph.ledger.PointsEntry;
import dev.grapevine.graph.ledger.SystemAccount;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * An entry with everything that hangs on it, as an audit sees it.
 *
 * @param consumed Σ of what it drew from lots for good
 * @param held Σ of what it drew from lots into a hold
 * @param restored Σ of what it put back into lots
 * @param reversals how many entries take it back
 * @param holdAmount what the hold says that it set aside; null if it set nothing aside
 * @param stillHeld what of it the hold still holds
 * @param lots the lots that it opened
 */
record AuditedEntry(
        PointsEntry entry,
        long consumed,
        long held,
        long restored,
        long reversals,
        @Nullable Long holdAmount,
        long stillHeld,
        List<AuditedLot> lots) {

    /**
     * A lot.
     *
     * @param drawn Σ of what was drawn from it, less what was put back
     * @param isOpen whether it is marked as one that can be drawn from
     * @param isPending whether it is marked as pending
     */
    record AuditedLot(
            String id, long amount, long remaining, long drawn, boolean isOpen, boolean isPending) {

        boolean isRight() {
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

    /** Whether what it moved in lots is what its accounts say. */
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
