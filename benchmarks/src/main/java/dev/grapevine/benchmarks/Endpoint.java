package dev.grapevine.benchmarks;

import org.jspecify.annotations.Nullable;

/**
 * GraphQL endpoint on the loopback interface.
 *
 * @param key API key, sent as {@code Authorization: Bearer}; null for none
 */
record Endpoint(int port, String path, @Nullable String key) {}
