package dev.grapevine.graph.points;

import java.util.EnumMap;
import java.util.Map;

/** What is in the accounts of one {@link Book}. None goes below zero, and a debt not above it. */
final class BookAccounts {

    private final String walletId;
    private final Map<WalletAccount, Long> sums = new EnumMap<>(WalletAccount.class);
    private long cameIn;

    /** Empty accounts. */
    BookAccounts(String walletId) {
        this.walletId = walletId;
    }

    BookAccounts(Wallet wallet) {
        this(wallet.id());
        cameIn = wallet.cameIn();
        sums.put(WalletAccount.AVAILABLE, wallet.balance());
        sums.put(WalletAccount.PENDING, wallet.pending());
        sums.put(WalletAccount.HELD, wallet.held());
        sums.put(WalletAccount.DEBT, -wallet.debt());
    }

    long sum(WalletAccount account) {
        return sums.getOrDefault(account, 0L);
    }

    /** All that ever came into what can be spent. */
    long cameIn() {
        return cameIn;
    }

    /** Everything that the customer has or will have. */
    long total() {
        return sum(WalletAccount.AVAILABLE) + sum(WalletAccount.PENDING) + sum(WalletAccount.HELD);
    }

    /** Moves points from one account to another; those that are not the wallet's are not kept. */
    void move(String debit, String credit, long amount) {
        add(debit, -amount);
        add(credit, amount);
        cameIn += WalletAccount.AVAILABLE.of(walletId).equals(credit) ? amount : 0;
    }

    private void add(String account, long amount) {
        for (var own : WalletAccount.values()) {
            if (own.of(walletId).equals(account)) {
                var sum = sums.merge(own, amount, Long::sum);
                if (own == WalletAccount.DEBT ? sum > 0 : sum < 0) {
                    throw new IllegalStateException(account + " would hold " + sum);
                }
            }
        }
    }
}
