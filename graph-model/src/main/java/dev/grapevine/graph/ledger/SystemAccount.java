package dev.grapevine.graph.ledger;

/**
 * The brand's side of the ledger: a name on each entry, never a node that all entries would have to
 * lock.
 */
public enum SystemAccount {
    ISSUED,
    REDEEMED,
    EXPIRED,
    ADJUSTED,
    /** What is on its way from one customer to another; always zero. */
    TRANSFERRED
}
