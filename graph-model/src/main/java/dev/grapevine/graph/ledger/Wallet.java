package dev.grapevine.graph.ledger;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;

/**
 * What a customer has of one currency. All amounts are whole points, never below zero.
 *
 * @param id {@code wal_…}
 * @param key customerId|currency, unique
 * @param currency code of the currency
 * @param balance points that can be spent now
 * @param pending points that are earned but not available yet
 * @param held points that are set aside for purchases
 * @param debt points that were taken back after they had been spent; while there is a debt, the
 *     balance is zero
 * @param lifetimeEarned Σ earned, whatever became of it
 * @param totalCredited Σ of all that ever came into the balance, from wherever
 * @param sequence number of the latest entry; entries are numbered from 1 without gaps
 * @param hash the latest entry's; empty without entries
 * @param bookedAt when the latest entry took effect
 * @param inactiveExpiresAt when everything expires unless the customer does something before; null
 *     if the currency does not ask for that
 * @param nextEventAt not before then does anything mature, expire or time out by itself; null for
 *     never
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
        @Nullable OffsetDateTime inactiveExpiresAt,
        @Nullable OffsetDateTime nextEventAt) {

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
                null);
    }

    /** Whether something has happened by itself that is not written yet. */
    public boolean isDue(OffsetDateTime now) {
        return nextEventAt != null && !nextEventAt.isAfter(now);
    }

    public WalletKey walletKey() {
        return new WalletKey(customerId, currency);
    }
}
