package dev.grapevine.graph.ledger;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Points that came in together and expire together. What is spent is drawn from lots: from the one
 * that expires soonest, and among those from the oldest.
 *
 * @param id {@code lot_…}
 * @param entryId the entry that brought it
 * @param sequence the number of that entry in the wallet
 * @param amount what came in
 * @param remaining what has not been drawn from it
 * @param availableAt from when on it can be drawn from; null for when it is confirmed, or now
 * @param expiresAt {@link #NEVER}, or when what remains expires
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

    /** Earlier than every time that the ledger knows. */
    public static final OffsetDateTime BEGINNING =
            OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    /** Later than every time that a caller may name. */
    public static final OffsetDateTime NEVER =
            OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    /** A new lot for what an entry has brought. */
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
