package dev.grapevine.graph.activity.kind;

/** Business domain of an activity kind. */
public enum ActivityDomain {
    INNOVATION,
    MARKETING,
    PAYMENT,
    SERVICE
}
