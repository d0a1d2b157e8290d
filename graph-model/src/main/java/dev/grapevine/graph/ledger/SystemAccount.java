package dev.grapevine.graph.ledger;

/**
 * Account of the brand: a name on entries instead of a node, which every entry would have to lock.
 */
public enum SystemAccount {
    ISSUED,
    REDEEMED,
    EXPIRED,
    ADJUSTED,
    /** Points in transit between two customers; its sum is always 0. */
    TRANSFERRED
}
