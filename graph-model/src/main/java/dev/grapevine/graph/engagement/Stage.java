package dev.grapevine.graph.engagement;

/** Where in a customer's way an activity lies. */
public enum Stage {
    BEFORE_SALE,
    IN_SALE,
    AFTER_SALE
}
