package dev.grapevine.graph.course;

import java.time.OffsetDateTime;

/** The customer whose course it is. */
public record Member(String customerId, OffsetDateTime joinedAt) {}
