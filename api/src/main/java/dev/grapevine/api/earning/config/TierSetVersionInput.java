package dev.grapevine.api.earning.config;

/** Input of {@code retireTierSet}. */
record TierSetVersionInput(String tierSetVersionId) {}
