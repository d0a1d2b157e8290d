package dev.grapevine.api.rulebook;

/** A version of something that is to be published or retired. */
record VersionInput(String id, String idempotencyKey) {}
