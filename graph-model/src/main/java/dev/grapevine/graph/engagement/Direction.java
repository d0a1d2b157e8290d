package dev.grapevine.graph.engagement;

/** Who began: the customer (INBOUND) or the brand (OUTBOUND). */
public enum Direction {
    INBOUND,
    OUTBOUND
}
