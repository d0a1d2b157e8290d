package dev.grapevine.graph.points;

import dev.grapevine.graph.kernel.Cursor;

import java.time.OffsetDateTime;

/**
 * One transfer of points between a wallet and the brand's side of the ledger. It never changes.
 *
 * @param id {@code pte_…}
 * @param sequence its number in the wallet, from 1 on, without gaps
 * @param debit account that the points leave: a wallet's id or a {@link SystemAccount}
 * @param credit account that they enter: a wallet's id or a {@link SystemAccount}
 * @param amount at least 1
 * @param balanceAfter the wallet's balance once this entry was written
 * @param reason why, in words for the customer
 * @param recordedBy the caller who asked for it
 * @param occurredAt when its reason happened, as the caller says
 * @param recordedAt when it was written
 */
public record PointsEntry(
        String id,
        String brandId,
        String walletId,
        long sequence,
        String debit,
        String credit,
        long amount,
        long balanceAfter,
        String reason,
        String recordedBy,
        OffsetDateTime occurredAt,
        OffsetDateTime recordedAt) {

    /** Whether points came into the wallet. */
    public boolean isCredit() {
        return credit.equals(walletId);
    }

    /** The place in the wallet. */
    public Cursor cursor() {
        return new Cursor(sequence, id);
    }
}
