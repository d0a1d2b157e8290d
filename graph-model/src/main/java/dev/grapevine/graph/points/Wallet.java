package dev.grapevine.graph.points;

/**
 * What a customer has.
 *
 * @param id {@code wal_…}
 * @param balance points that can be spent now; Σ earned − Σ spent, never below zero
 * @param lifetimeEarned Σ earned, whatever was spent
 * @param sequence number of the latest entry; entries are numbered from 1 without gaps
 */
public record Wallet(
        String id,
        String brandId,
        String customerId,
        long balance,
        long lifetimeEarned,
        long sequence) {}
