package dev.grapevine.graph.ledger;

/** The customer's side of the ledger: the four accounts that a wallet consists of. */
public enum WalletAccount {
    /** What can be spent; named by the wallet's id alone. */
    AVAILABLE(""),
    /** Earned, but not available yet. */
    PENDING(":pending"),
    /** Set aside for purchases. */
    HELD(":held"),
    /** What is owed, below zero. */
    DEBT(":debt");

    private final String suffix;

    WalletAccount(String suffix) {
        this.suffix = suffix;
    }

    /** The account's name on entries. */
    public String of(String walletId) {
        return walletId + suffix;
    }
}
