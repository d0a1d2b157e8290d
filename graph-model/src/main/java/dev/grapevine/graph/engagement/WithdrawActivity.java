package dev.grapevine.graph.engagement;

/**
 * Says that something did not happen after all, for example that a purchase was returned.
 *
 * @param reason 1 to 200 characters
 */
public record WithdrawActivity(String activityId, String reason) {}
