package dev.grapevine.graph.ledger.posting;

import dev.grapevine.graph.ledger.WalletKey;

import java.util.List;

/**
 * More has happened by itself in a wallet than one transaction should write beside a command, or
 * more wallets are needed than were locked. The command is rolled back, to be tried again.
 */
public final class DueEventsPending extends RuntimeException {

    private final transient List<WalletKey> wallets;

    /**
     * @param wallets to be settled before the next try
     */
    public DueEventsPending(List<WalletKey> wallets) {
        super(wallets + " must be settled first", null, false, false);
        this.wallets = List.copyOf(wallets);
    }

    List<WalletKey> wallets() {
        return wallets;
    }
}
