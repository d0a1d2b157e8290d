package dev.grapevine.graph.points;

/**
 * How much of a limit has been used, under its lock.
 *
 * @param key what the limit is for, unique
 */
record Allowance(String key, String brandId, long used) {}
