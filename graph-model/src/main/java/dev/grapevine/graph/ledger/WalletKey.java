package dev.grapevine.graph.ledger;

import java.util.Comparator;

/** Natural key of a wallet. Its order is the lock order of wallets. */
public record WalletKey(String customerId, String currency) implements Comparable<WalletKey> {

    private static final Comparator<WalletKey> ORDER = Comparator.comparing(WalletKey::text);

    /** Returns the stored form, {@code customerId|currency}. */
    public String text() {
        return customerId + "|" + currency;
    }

    @Override
    public int compareTo(WalletKey other) {
        return ORDER.compare(this, other);
    }
}
