package dev.grapevine.api.earning.config;

/** The version of a tier set to publish or retire. */
record TierSetVersionInput(String tierSetVersionId, String idempotencyKey) {}
