package dev.grapevine.graph.ledger.audit;

import dev.grapevine.graph.ledger.EntryKind;
import dev.grapevine.graph.ledger.PointsEntry;
import dev.grapevine.graph.ledger.PointsLot;
import dev.grapevine.graph.ledger.Wallet;
import dev.grapevine.graph.ledger.WalletAccount;
import dev.grapevine.graph.ledger.session.AccountBalances;
import dev.grapevine.graph.ledger.session.EffectiveOrder;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Verification of one wallet: recomputes the wallet from its entries, added in the order of their
 * numbers, and keeps the first problem.
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
    private final EffectiveOrder order = new EffectiveOrder(null);
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
        checkChain(entry);
        checkEffectiveTime(audited);
        move(entry);
        var balance = accounts.balance(WalletAccount.AVAILABLE);
        requireEqual("I1", "balanceAfter", entry.balanceAfter(), balance);
        requireEqual("I1", "totalCredited", entry.totalCredited(), accounts.totalCredited());
        require(
                audited.reversals() <= 1,
                "I8",
                () -> audited.reversals() + " entries reverse the entry; at most 1 is allowed.");
        checkLots(audited);
    }

    private void checkChain(PointsEntry entry) {
        var expected = sequence + 1;
        requireEqual("I3", "sequence", entry.sequence(), expected);
        sequence = entry.sequence();
        require(
                entry.hash().equals(entry.computedHash(hash)),
                "I7",
                () -> "hash does not match the fields of the entry and the previous hash.");
        hash = entry.hash();
        require(
                entry.amount() > 0,
                "I1",
                () -> "amount is " + entry.amount() + ", expected at least 1.");
        var previous = bookedAt;
        require(
                !entry.bookedAt().isBefore(previous),
                "I9",
                () ->
                        "bookedAt "
                                + entry.bookedAt()
                                + " is before "
                                + previous
                                + ", that of the previous entry.");
        bookedAt = entry.bookedAt();
    }

    private void checkEffectiveTime(AuditedEntry audited) {
        var entry = audited.entry();
        require(
                !entry.effectiveAt().isAfter(entry.bookedAt()),
                "I9",
                () -> "effectiveAt " + entry.effectiveAt() + " is after bookedAt.");
        var expected = order.next(entry).labels();
        require(
                audited.labels().equals(expected),
                "I9",
                () -> "labels of the effective time are %s.".formatted(audited.labels()));
    }

    private void checkLots(AuditedEntry audited) {
        require(
                audited.isBackedByLots(),
                "I2",
                () -> "lot movements do not add up to amount " + audited.entry().amount() + ".");
        held += audited.stillHeld();
        for (var lot : audited.lots()) {
            require(
                    lot.isConsistent(),
                    "I2",
                    () ->
                            "lot "
                                    + lot.id()
                                    + " has wrong labels, or remaining "
                                    + lot.remaining()
                                    + " instead of "
                                    + (lot.amount() - lot.drawn())
                                    + ".");
            open += lot.isOpen() ? lot.remaining() : 0;
            pending += lot.isPending() ? lot.remaining() : 0;
        }
    }

    private void move(PointsEntry entry) {
        lifetimeEarned += entry.is(EntryKind.EARNED) ? entry.amount() : 0;
        try {
            accounts.move(entry.debit(), entry.credit(), entry.amount());
        } catch (IllegalStateException e) {
            require(false, "I6", () -> e.getMessage() + ".");
        }
    }

    /** Compares the stored wallet with the recomputed one. */
    void close() {
        var latest = sequence;
        sequence += 1;
        requireEqual("I3", "sequence of the wallet", wallet.sequence(), latest);
        sequence = 0;
        require(
                wallet.hash().equals(hash),
                "I7",
                () -> "hash of the wallet is not that of its latest entry.");
        require(
                Objects.equals(wallet.latestEffectiveAt(), order.latest()),
                "I9",
                () -> "latestEffectiveAt is not that of the entries.");
        requireBalance("balance", wallet.balance(), WalletAccount.AVAILABLE);
        requireBalance("pending", wallet.pending(), WalletAccount.PENDING);
        requireBalance("held", wallet.held(), WalletAccount.HELD);
        requireBalance("debt", -wallet.debt(), WalletAccount.DEBT);
        requireEqual("I1", "lifetimeEarned", wallet.lifetimeEarned(), lifetimeEarned);
        requireEqual("I1", "totalCredited", wallet.totalCredited(), accounts.totalCredited());
        requireEqual("I2", "sum of the open lots", open, wallet.balance());
        requireEqual("I6", "sum of the open holds", held, wallet.held());
        requireEqual("I2", "sum of the pending lots", pending, wallet.pending());
        require(
                wallet.debt() == 0 || wallet.balance() == 0,
                "I6",
                () ->
                        "balance is "
                                + wallet.balance()
                                + " and debt is "
                                + wallet.debt()
                                + "; one of them must be 0.");
    }

    private void requireBalance(String name, long stored, WalletAccount account) {
        requireEqual("I1", name, stored, accounts.balance(account));
    }

    private void requireEqual(String invariant, String name, long actual, long expected) {
        require(
                actual == expected,
                invariant,
                () -> name + " is " + actual + ", expected " + expected + ".");
    }

    private void require(boolean isConsistent, String invariant, Supplier<String> message) {
        if (!isConsistent && problem == null) {
            problem =
                    new LedgerAudit.Problem(
                            wallet.brandId(), wallet.id(), sequence, invariant, message.get());
        }
    }
}
