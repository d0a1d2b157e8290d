package dev.grapevine.graph.points;

/**
 * The brand's side of the ledger: a name on each entry, never a node that all entries would have to
 * lock.
 */
enum SystemAccount {
    ISSUED,
    REDEEMED
}
