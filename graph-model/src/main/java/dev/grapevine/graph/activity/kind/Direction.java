package dev.grapevine.graph.activity.kind;

/** Who began: the customer (INBOUND) or the brand (OUTBOUND). */
public enum Direction {
    INBOUND,
    OUTBOUND
}
