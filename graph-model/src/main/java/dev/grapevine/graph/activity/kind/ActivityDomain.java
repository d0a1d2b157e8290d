package dev.grapevine.graph.activity.kind;

/** What part of the business an activity belongs to. */
public enum ActivityDomain {
    INNOVATION,
    MARKETING,
    PAYMENT,
    SERVICE
}
