package dev.grapevine.graph.course;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;

/**
 * The customer whose course it is.
 *
 * @param joinedAt null if nobody knows
 */
public record Member(String customerId, @Nullable OffsetDateTime joinedAt) {}
