package dev.grapevine.graph.points;

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
public record Lot(
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
    static final OffsetDateTime BEGINNING =
            OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    /** Later than every time that a caller may name. */
    static final OffsetDateTime NEVER = OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    /** A new lot for what an entry has brought. */
    static Lot openedBy(
            PointsEntry entry,
            String id,
            long amount,
            @Nullable OffsetDateTime availableAt,
            OffsetDateTime expiresAt) {
        return new Lot(
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

    Lot with(long remaining) {
        return new Lot(
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

    Lot expiringAt(OffsetDateTime expiry) {
        return new Lot(
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
