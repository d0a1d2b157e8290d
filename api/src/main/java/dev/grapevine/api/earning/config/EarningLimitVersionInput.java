package dev.grapevine.api.earning.config;

/** The version of a limit to publish or retire. */
record EarningLimitVersionInput(String earningLimitVersionId, String idempotencyKey) {}
