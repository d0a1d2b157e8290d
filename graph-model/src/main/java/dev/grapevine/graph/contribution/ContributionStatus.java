package dev.grapevine.graph.contribution;

/** Status of a contribution: that of the latest status change, {@link #OPEN} before the first. */
public enum ContributionStatus {
    OPEN,
    NEEDS_INFO,
    ANSWERED,
    PLANNED,
    STARTED,
    SHIPPED,
    DECLINED,
    DUPLICATE,
    CLOSED
}
