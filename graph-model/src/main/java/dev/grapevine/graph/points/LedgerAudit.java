package dev.grapevine.graph.points;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.LongConsumer;

/** Looks whether the ledger is right, and what it owes. */
public interface LedgerAudit {

    /**
     * Recomputes every wallet of a brand, or of all: sequence, hashes, balances, lots, and that
     * nothing was made or lost between accounts. Goes through the wallets in the order of their ids
     * and stops at the first that is wrong. A wallet that looks wrong while others write is looked
     * at again under its lock.
     *
     * @param brandId null for all brands
     * @param progress is told how many wallets have been looked at
     */
    AuditReport verify(@Nullable String brandId, LongConsumer progress);

    /** What a brand owes its customers in one currency, by the age of the points. */
    List<LiabilityBand> liability(String brandId, String currency);

    /**
     * What an audit found.
     *
     * @param wallets how many were looked at
     * @param entries how many were looked at
     * @param problem the first thing that is wrong; null if all is right
     */
    record AuditReport(long wallets, long entries, @Nullable Problem problem) {
        public boolean isRight() {
            return problem == null;
        }
    }

    /**
     * Something that is wrong.
     *
     * @param sequence the first entry that is wrong; 0 if it is the wallet as a whole
     * @param invariant its short name in the documentation, for example {@code I3}
     */
    record Problem(
            String brandId, String walletId, long sequence, String invariant, String message) {}

    /**
     * Points of an age.
     *
     * @param fromDays the least age in whole days
     * @param toDays the age that they have not reached; null for the last band
     * @param amount how many points customers hold of that age: available, pending or held
     * @param lots how many lots they are in
     */
    record LiabilityBand(int fromDays, @Nullable Integer toDays, long amount, long lots) {}
}
