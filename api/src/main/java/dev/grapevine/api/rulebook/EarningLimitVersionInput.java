package dev.grapevine.api.rulebook;

/** The version of a limit to publish or retire. */
record EarningLimitVersionInput(String earningLimitVersionId, String idempotencyKey) {}
