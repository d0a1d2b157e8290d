package dev.grapevine.graph.activity.kind;

/** Stage of an activity relative to a purchase. */
public enum PurchaseStage {
    BEFORE_SALE,
    IN_SALE,
    AFTER_SALE
}
