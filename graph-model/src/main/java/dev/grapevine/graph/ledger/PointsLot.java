package dev.grapevine.graph.ledger;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Remainder of one credit, with its expiry. Debits draw from the lot that expires soonest, then
 * from the oldest.
 *
 * <p>An entry that opens one lot of its whole amount is that lot: one node holds both. Further lots
 * are nodes of their own; a transfer opens one for each expiry.
 *
 * @param id id of the entry that is the lot, or {@code lot_…}
 * @param entryId id of the entry that opened the lot; the stored node of an entry that is the lot
 *     has none, and the id of the lot is taken
 * @param sequence number of that entry in the wallet
 * @param amount points credited
 * @param remaining points not drawn yet
 * @param bookedAt time at which the entry took effect
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
        OffsetDateTime bookedAt,
        @Nullable OffsetDateTime availableAt,
        OffsetDateTime expiresAt) {

    public PointsLot {
        entryId = Objects.requireNonNullElse(entryId, id);
    }

    /** Lower bound of all times in the ledger. */
    public static final OffsetDateTime BEGINNING =
            OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    /** Upper bound of all times in the ledger: no expiry. */
    public static final OffsetDateTime NEVER =
            OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    /** Returns true if the entry that opened the lot is the lot. */
    public boolean isEntry() {
        return id.equals(entryId);
    }

    /**
     * Creates a lot for the credit of an entry.
     *
     * @param newId supplier of the id of a lot that is not the entry itself
     */
    public static PointsLot openedBy(
            PointsEntry entry,
            Supplier<String> newId,
            long amount,
            @Nullable OffsetDateTime availableAt,
            OffsetDateTime expiresAt) {
        return new PointsLot(
                amount == entry.amount() ? entry.id() : newId.get(),
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
                bookedAt,
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
                bookedAt,
                availableAt,
                expiry);
    }
}
