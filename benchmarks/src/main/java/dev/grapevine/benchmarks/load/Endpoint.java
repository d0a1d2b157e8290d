package dev.grapevine.benchmarks.load;

import org.jspecify.annotations.Nullable;

/**
 * GraphQL endpoint on the loopback interface.
 *
 * @param key API key, sent as {@code Authorization: Bearer}; null for none
 */
public record Endpoint(int port, String path, @Nullable String key) {}
