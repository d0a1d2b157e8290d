package dev.grapevine.graph.points;

/** Asks for held points to come back. */
public record ReleaseHold(String holdId) {}
