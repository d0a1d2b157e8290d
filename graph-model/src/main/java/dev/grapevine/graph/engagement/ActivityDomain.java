package dev.grapevine.graph.engagement;

/** What part of the business an activity belongs to. */
public enum ActivityDomain {
    INNOVATION,
    MARKETING,
    PAYMENT,
    SERVICE
}
