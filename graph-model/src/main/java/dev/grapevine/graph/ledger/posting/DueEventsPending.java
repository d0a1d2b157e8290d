package dev.grapevine.graph.ledger.posting;

import dev.grapevine.graph.ledger.WalletKey;

import java.util.List;

/**
 * Exception that rolls back a transaction which cannot proceed: its wallets have more due events
 * than it may write, draw from too many lots together, or include a wallet that is not locked. The
 * caller writes the due events and retries.
 */
public final class DueEventsPending extends RuntimeException {

    private final transient List<WalletKey> wallets;

    /**
     * Creates the exception.
     *
     * @param wallets wallets whose due events must be written before the retry
     */
    public DueEventsPending(List<WalletKey> wallets) {
        super("due events of " + wallets + " must be written first", null, false, false);
        this.wallets = List.copyOf(wallets);
    }

    List<WalletKey> wallets() {
        return wallets;
    }
}
