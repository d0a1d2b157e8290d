package dev.grapevine.benchmarks;

import org.jspecify.annotations.Nullable;

/**
 * Where GraphQL is answered, on loopback.
 *
 * @param key what to send as {@code Authorization: Bearer}; null where nobody asks for it
 */
record Endpoint(int port, String path, @Nullable String key) {}
