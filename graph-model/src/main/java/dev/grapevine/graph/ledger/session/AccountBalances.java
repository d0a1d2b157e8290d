package dev.grapevine.graph.ledger.session;

import dev.grapevine.graph.ledger.Wallet;
import dev.grapevine.graph.ledger.WalletAccount;

import java.util.EnumMap;
import java.util.Map;

/**
 * Balances of the accounts of one wallet. The debt account is never positive, the others are never
 * negative.
 */
public final class AccountBalances {

    private final String walletId;
    private final Map<WalletAccount, Long> balances = new EnumMap<>(WalletAccount.class);
    private long totalCredited;

    /** Creates empty accounts. */
    public AccountBalances(String walletId) {
        this.walletId = walletId;
    }

    AccountBalances(Wallet wallet) {
        this(wallet.id());
        totalCredited = wallet.totalCredited();
        balances.put(WalletAccount.AVAILABLE, wallet.balance());
        balances.put(WalletAccount.PENDING, wallet.pending());
        balances.put(WalletAccount.HELD, wallet.held());
        balances.put(WalletAccount.DEBT, -wallet.debt());
    }

    public long balance(WalletAccount account) {
        return balances.getOrDefault(account, 0L);
    }

    /** Returns the sum of all credits to the available points. */
    public long totalCredited() {
        return totalCredited;
    }

    /** Returns the sum of available, pending and held points. */
    long total() {
        return balance(WalletAccount.AVAILABLE)
                + balance(WalletAccount.PENDING)
                + balance(WalletAccount.HELD);
    }

    /**
     * Moves points from the debit to the credit account; accounts of other owners are ignored.
     *
     * @throws IllegalStateException if an account would have the wrong sign
     */
    public void move(String debit, String credit, long amount) {
        add(debit, -amount);
        add(credit, amount);
        totalCredited += WalletAccount.AVAILABLE.of(walletId).equals(credit) ? amount : 0;
    }

    private void add(String account, long amount) {
        for (var own : WalletAccount.values()) {
            if (own.of(walletId).equals(account)) {
                var balance = balances.merge(own, amount, Long::sum);
                if (own == WalletAccount.DEBT ? balance > 0 : balance < 0) {
                    throw new IllegalStateException(
                            "balance of account " + account + " would be " + balance);
                }
            }
        }
    }
}
