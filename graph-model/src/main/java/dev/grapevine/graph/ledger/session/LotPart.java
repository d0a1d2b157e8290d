package dev.grapevine.graph.ledger.session;

/** Part of a lot, at least 1 point. */
public record LotPart(OpenLot lot, long amount) {}
