package dev.grapevine.graph.kernel;

/**
 * A command together with the brand that it is for: both are what an idempotency key stands for.
 */
public record InBrand(String brandKey, Record command) {}
