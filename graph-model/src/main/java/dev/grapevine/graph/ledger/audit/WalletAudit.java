package dev.grapevine.graph.ledger.audit;

import dev.grapevine.graph.ledger.EntryKind;
import dev.grapevine.graph.ledger.PointsEntry;
import dev.grapevine.graph.ledger.PointsLot;
import dev.grapevine.graph.ledger.Wallet;
import dev.grapevine.graph.ledger.WalletAccount;
import dev.grapevine.graph.ledger.session.AccountBalances;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;

/**
 * Recomputes one wallet from its entries, which it is given in the order of their numbers, and
 * stops at the first thing that is wrong.
 */
final class WalletAudit {

    private final Wallet wallet;
    private final AccountBalances accounts;
    private long sequence;
    private String hash = "";
    private long lifetimeEarned;
    private long open;
    private long pending;
    private long held;
    private OffsetDateTime bookedAt = PointsLot.BEGINNING;
    private LedgerAudit.@Nullable Problem problem;

    WalletAudit(Wallet wallet) {
        this.wallet = wallet;
        this.accounts = new AccountBalances(wallet.id());
    }

    Wallet wallet() {
        return wallet;
    }

    LedgerAudit.@Nullable Problem problem() {
        return problem;
    }

    void add(AuditedEntry audited) {
        if (problem != null) {
            return;
        }
        var entry = audited.entry();
        require(entry.sequence() == sequence + 1, "I3", "The entry before this one is missing.");
        sequence = entry.sequence();
        require(
                entry.previousHash().equals(hash) && entry.hash().equals(entry.computedHash()),
                "I7",
                "The entry was changed, or the one before it: its hash is not what it should be.");
        hash = entry.hash();
        require(entry.amount() > 0, "I1", "The amount is " + entry.amount() + ".");
        require(!entry.bookedAt().isBefore(bookedAt), "I9", "It took effect before the last one.");
        bookedAt = entry.bookedAt();
        move(entry);
        require(
                entry.balanceAfter() == accounts.balance(WalletAccount.AVAILABLE),
                "I1",
                "The balance should be " + accounts.balance(WalletAccount.AVAILABLE) + ".");
        require(
                entry.totalCredited() == accounts.totalCredited(),
                "I1",
                "So far " + accounts.totalCredited() + " came in.");
        require(audited.reversals() <= 1, "I8", "It was taken back more than once.");
        require(audited.isBackedByLots(), "I2", "Its lots do not make up its amount.");
        held += audited.stillHeld();
        for (var lot : audited.lots()) {
            require(lot.isRight(), "I2", "Lot " + lot.id() + " does not hold what it should.");
            open += lot.isOpen() ? lot.remaining() : 0;
            pending += lot.isPending() ? lot.remaining() : 0;
        }
    }

    private void move(PointsEntry entry) {
        lifetimeEarned += entry.is(EntryKind.EARNED) ? entry.amount() : 0;
        try {
            accounts.move(entry.debit(), entry.credit(), entry.amount());
        } catch (IllegalStateException e) {
            require(false, "I6", "An account goes where it must not: " + e.getMessage() + ".");
        }
    }

    /** Compares the wallet with what its entries have made of it. */
    void close() {
        sequence += 1;
        require(wallet.sequence() == sequence - 1, "I3", "The wallet counts other entries.");
        sequence = 0;
        require(wallet.hash().equals(hash), "I7", "The wallet knows another latest hash.");
        requireSum("balance", wallet.balance(), WalletAccount.AVAILABLE);
        requireSum("pending", wallet.pending(), WalletAccount.PENDING);
        requireSum("held", wallet.held(), WalletAccount.HELD);
        requireSum("debt", -wallet.debt(), WalletAccount.DEBT);
        require(
                wallet.lifetimeEarned() == lifetimeEarned,
                "I1",
                "lifetimeEarned should be " + lifetimeEarned + ".");
        require(
                wallet.totalCredited() == accounts.totalCredited(),
                "I1",
                "totalCredited should be " + accounts.totalCredited() + ".");
        require(wallet.balance() == open, "I2", "Its open lots hold " + open + ".");
        require(wallet.held() == held, "I6", "Its open holds hold " + held + ".");
        require(wallet.pending() == pending, "I2", "Its pending lots hold " + pending + ".");
        require(
                wallet.debt() == 0 || wallet.balance() == 0,
                "I6",
                "It has points and a debt at once.");
    }

    private void requireSum(String name, long stored, WalletAccount account) {
        var sum = accounts.balance(account);
        require(stored == sum, "I1", name + " is " + stored + " and should be " + sum + ".");
    }

    private void require(boolean isRight, String invariant, String message) {
        if (!isRight && problem == null) {
            problem =
                    new LedgerAudit.Problem(
                            wallet.brandId(), wallet.id(), sequence, invariant, message);
        }
    }
}
