package dev.grapevine.graph.activity.kind;

/** Initiator of an activity: the customer (INBOUND) or the brand (OUTBOUND). */
public enum Direction {
    INBOUND,
    OUTBOUND
}
