package dev.grapevine.graph.ledger.posting;

/**
 * Used part of a limit, under its lock.
 *
 * @param key key of the limit: caller or wallet, scope and day
 * @param used points awarded or transferred so far
 */
public record LimitUsage(String key, String brandId, long used) {}
