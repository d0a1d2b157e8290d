package dev.grapevine.api.rulebook;

/** The version of a tier set to publish or retire. */
record TierSetVersionInput(String tierSetVersionId, String idempotencyKey) {}
