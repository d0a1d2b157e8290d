package dev.grapevine.graph.earning.engine;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;

/**
 * The customer whose course it is.
 *
 * @param joinedAt null if nobody knows
 */
public record CustomerRef(String customerId, @Nullable OffsetDateTime joinedAt) {}
