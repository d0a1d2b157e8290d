package dev.grapevine.graph.points;

/**
 * Asks for pending points to become available.
 *
 * @param entryId the entry that earned them
 */
public record ConfirmPoints(String entryId) {}
