package dev.grapevine.graph.reward;

/**
 * Asks for a redemption to be taken back.
 *
 * @param reason 1 to 200 characters, for the customer to read
 */
public record CancelRedemption(String redemptionId, String reason) {}
