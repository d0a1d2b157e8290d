package dev.grapevine.api.earning.config;

/** Input of {@code retireTiers}. */
record TierSetVersionInput(String tierSetVersionId, String idempotencyKey) {}
