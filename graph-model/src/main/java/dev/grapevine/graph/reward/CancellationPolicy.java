package dev.grapevine.graph.reward;

/** What becomes of the points when a redemption is cancelled. */
public enum CancellationPolicy {
    /** They come back and expire when they would have; what has expired since, is gone. */
    RESTORE_ORIGINAL_EXPIRY,
    /** They come back and expire as if they had been earned at the cancellation. */
    REISSUE,
    /** They do not come back. */
    FORFEIT
}
