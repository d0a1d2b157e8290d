package dev.grapevine.graph.ledger;

/** Account of a wallet. */
public enum WalletAccount {
    /** Points that can be debited; the account is named by the id of the wallet alone. */
    AVAILABLE(""),
    /** Points credited and not yet available. */
    PENDING(":pending"),
    /** Points set aside by open holds. */
    HELD(":held"),
    /** Points owed by the customer, as a negative amount. */
    DEBT(":debt");

    private final String suffix;

    WalletAccount(String suffix) {
        this.suffix = suffix;
    }

    /** Returns the name of the account on entries. */
    public String of(String walletId) {
        return walletId + suffix;
    }
}
