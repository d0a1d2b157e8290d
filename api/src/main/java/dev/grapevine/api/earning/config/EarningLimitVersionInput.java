package dev.grapevine.api.earning.config;

/** Input of {@code retireEarningLimit}. */
record EarningLimitVersionInput(String earningLimitVersionId) {}
