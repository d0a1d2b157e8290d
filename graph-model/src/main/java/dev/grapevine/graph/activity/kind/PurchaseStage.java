package dev.grapevine.graph.activity.kind;

/** Where in a customer's way an activity lies. */
public enum PurchaseStage {
    BEFORE_SALE,
    IN_SALE,
    AFTER_SALE
}
