package dev.grapevine.graph.contribution;

/**
 * Where a contribution stands: what the brand's last stamp says, or {@link #OPEN} before the first.
 */
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
