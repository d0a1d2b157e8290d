package dev.grapevine.graph.ledger;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;

/**
 * Points of one customer in one currency. Amounts are whole points, at least 0.
 *
 * @param id {@code wal_…}
 * @param key {@code customerId|currency}, unique
 * @param currency code of the currency
 * @param balance available points
 * @param pending points credited and not yet available
 * @param held points set aside by open holds
 * @param debt points owed after a reversal or deduction that exceeded the balance; the balance is 0
 *     while there is debt
 * @param lifetimeEarned sum of all points ever earned
 * @param totalCredited sum of all credits to the available points
 * @param sequence number of the latest entry; entries are numbered from 1 without gaps
 * @param hash hash of the latest entry; empty without entries
 * @param bookedAt time at which the latest entry was booked
 * @param latestEffectiveAt latest effective time of all entries; stored if it is before {@code
 *     bookedAt}
 * @param inactiveExpiresAt time at which all points expire unless the customer is active before;
 *     null if the currency does not expire by inactivity
 * @param nextEventAt lower bound of the time of the next due event; null for none
 */
public record Wallet(
        String id,
        String brandId,
        String key,
        String customerId,
        String currency,
        long balance,
        long pending,
        long held,
        long debt,
        long lifetimeEarned,
        long totalCredited,
        long sequence,
        String hash,
        @Nullable OffsetDateTime bookedAt,
        @Nullable OffsetDateTime latestEffectiveAt,
        @Nullable OffsetDateTime inactiveExpiresAt,
        @Nullable OffsetDateTime nextEventAt) {

    public Wallet {
        latestEffectiveAt = latestEffectiveAt == null ? bookedAt : latestEffectiveAt;
    }

    /** Creates a wallet without entries. */
    public static Wallet empty(String id, String brandId, WalletKey key) {
        return new Wallet(
                id,
                brandId,
                key.text(),
                key.customerId(),
                key.currency(),
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                "",
                null,
                null,
                null,
                null);
    }

    /** Returns true if the wallet may have due events that are not written yet. */
    public boolean isDue(OffsetDateTime now) {
        return nextEventAt != null && !nextEventAt.isAfter(now);
    }

    public WalletKey walletKey() {
        return new WalletKey(customerId, currency);
    }
}
