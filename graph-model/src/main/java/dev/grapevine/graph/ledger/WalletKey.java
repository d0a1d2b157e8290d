package dev.grapevine.graph.ledger;

import java.util.Comparator;

/**
 * Names a wallet by whose it is and what is in it. Wallets are locked in the order of their keys.
 */
public record WalletKey(String customerId, String currency) implements Comparable<WalletKey> {

    private static final Comparator<WalletKey> ORDER = Comparator.comparing(WalletKey::text);

    public String text() {
        return customerId + "|" + currency;
    }

    @Override
    public int compareTo(WalletKey other) {
        return ORDER.compare(this, other);
    }
}
