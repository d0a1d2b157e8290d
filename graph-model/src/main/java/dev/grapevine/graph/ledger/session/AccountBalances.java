package dev.grapevine.graph.ledger.session;

import dev.grapevine.graph.ledger.Wallet;
import dev.grapevine.graph.ledger.WalletAccount;

import java.util.EnumMap;
import java.util.Map;

/**
 * What is in the accounts of one {@link WalletSession}. None goes below zero, and a debt not above
 * it.
 */
public final class AccountBalances {

    private final String walletId;
    private final Map<WalletAccount, Long> sums = new EnumMap<>(WalletAccount.class);
    private long totalCredited;

    /** Empty accounts. */
    public AccountBalances(String walletId) {
        this.walletId = walletId;
    }

    AccountBalances(Wallet wallet) {
        this(wallet.id());
        totalCredited = wallet.totalCredited();
        sums.put(WalletAccount.AVAILABLE, wallet.balance());
        sums.put(WalletAccount.PENDING, wallet.pending());
        sums.put(WalletAccount.HELD, wallet.held());
        sums.put(WalletAccount.DEBT, -wallet.debt());
    }

    public long sum(WalletAccount account) {
        return sums.getOrDefault(account, 0L);
    }

    /** All that ever came into what can be spent. */
    public long totalCredited() {
        return totalCredited;
    }

    /** Everything that the customer has or will have. */
    long total() {
        return sum(WalletAccount.AVAILABLE) + sum(WalletAccount.PENDING) + sum(WalletAccount.HELD);
    }

    /** Moves points from one account to another; those that are not the wallet's are not kept. */
    public void move(String debit, String credit, long amount) {
        add(debit, -amount);
        add(credit, amount);
        totalCredited += WalletAccount.AVAILABLE.of(walletId).equals(credit) ? amount : 0;
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
