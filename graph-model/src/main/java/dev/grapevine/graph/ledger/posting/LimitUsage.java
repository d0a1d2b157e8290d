package dev.grapevine.graph.ledger.posting;

/**
 * How much of a limit has been used, under its lock.
 *
 * @param key what the limit is for, unique
 */
public record LimitUsage(String key, String brandId, long used) {}
