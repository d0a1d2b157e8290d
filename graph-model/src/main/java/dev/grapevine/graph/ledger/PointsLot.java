package dev.grapevine.graph.ledger;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Remainder of one credit, with its expiry. Debits draw from the lot that expires soonest, then
 * from the oldest.
 *
 * @param id {@code lot_…}
 * @param entryId id of the entry that opened the lot
 * @param sequence number of that entry in the wallet
 * @param amount points credited
 * @param remaining points not drawn yet
 * @param availableAt time from which pending points are available; null if they await confirmation
 *     or are available already
 * @param expiresAt time at which the remainder expires; {@link #NEVER} for no expiry
 */
public record PointsLot(
        String id,
        String brandId,
        String walletId,
        String entryId,
        String currency,
        long sequence,
        long amount,
        long remaining,
        OffsetDateTime earnedAt,
        @Nullable OffsetDateTime availableAt,
        OffsetDateTime expiresAt) {

    /** Lower bound of all times in the ledger. */
    public static final OffsetDateTime BEGINNING =
            OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    /** Upper bound of all times in the ledger: no expiry. */
    public static final OffsetDateTime NEVER =
            OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    /** Creates a lot for the credit of an entry. */
    public static PointsLot openedBy(
            PointsEntry entry,
            String id,
            long amount,
            @Nullable OffsetDateTime availableAt,
            OffsetDateTime expiresAt) {
        return new PointsLot(
                id,
                entry.brandId(),
                entry.walletId(),
                entry.id(),
                entry.currency(),
                entry.sequence(),
                amount,
                amount,
                entry.bookedAt(),
                availableAt,
                expiresAt);
    }

    /** Returns the lot with another remainder. */
    public PointsLot with(long remaining) {
        return new PointsLot(
                id,
                brandId,
                walletId,
                entryId,
                currency,
                sequence,
                amount,
                remaining,
                earnedAt,
                availableAt,
                expiresAt);
    }

    /** Returns the lot with another expiry. */
    public PointsLot expiringAt(OffsetDateTime expiry) {
        return new PointsLot(
                id,
                brandId,
                walletId,
                entryId,
                currency,
                sequence,
                amount,
                remaining,
                earnedAt,
                availableAt,
                expiry);
    }
}
