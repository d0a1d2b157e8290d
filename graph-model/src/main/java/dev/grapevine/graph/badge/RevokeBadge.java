package dev.grapevine.graph.badge;

/**
 * Asks for an award to be taken back.
 *
 * @param reason 1 to 500 characters
 */
public record RevokeBadge(String awardId, String reason) {}
