package dev.grapevine.graph.earning.engine;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;

/**
 * Customer whose activities are evaluated.
 *
 * @param joinedAt time of joining the brand; null if unknown
 */
public record CustomerRef(String customerId, @Nullable OffsetDateTime joinedAt) {}
