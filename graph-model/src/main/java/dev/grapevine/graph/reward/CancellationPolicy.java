package dev.grapevine.graph.reward;

/** Treatment of the points when a redemption is cancelled. */
public enum CancellationPolicy {
    /** Points return with their original expiry; points whose expiry has passed do not return. */
    RESTORE_ORIGINAL_EXPIRY,
    /** Points return and expire as if they were earned at the time of the cancellation. */
    REISSUE,
    /** Points do not return. */
    FORFEIT
}
