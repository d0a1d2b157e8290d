package dev.grapevine.graph.testing;

import static dev.grapevine.graph.testing.TestBrand.call;
import static dev.grapevine.graph.testing.TestBrand.succeeded;

import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.kernel.PageRequest;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.ledger.Hold;
import dev.grapevine.graph.ledger.PointsEntry;
import dev.grapevine.graph.ledger.Wallet;
import dev.grapevine.graph.ledger.command.AdjustPoints;
import dev.grapevine.graph.ledger.command.AwardPoints;
import dev.grapevine.graph.ledger.command.CaptureHold;
import dev.grapevine.graph.ledger.command.ConfirmPoints;
import dev.grapevine.graph.ledger.command.HoldPoints;
import dev.grapevine.graph.ledger.command.RedeemPoints;
import dev.grapevine.graph.ledger.command.ReleaseHold;
import dev.grapevine.graph.ledger.command.ReverseEntry;
import dev.grapevine.graph.ledger.command.TransferPoints;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;

/** What a customer does with one currency, in few words. What says "try" may be refused. */
public record TestWallet(TestLedger testLedger, Customer customer, String currency) {

    public AwardPoints award(
            long amount,
            @Nullable String because,
            @Nullable OffsetDateTime availableAt,
            boolean awaits,
            @Nullable OffsetDateTime expiresAt) {
        return new AwardPoints(
                customer.id(),
                currency,
                amount,
                "A visit",
                null,
                because,
                null,
                availableAt,
                awaits,
                expiresAt);
    }

    public PointsEntry earn(long amount) {
        return earn(amount, null);
    }

    public PointsEntry earn(long amount, @Nullable OffsetDateTime expiresAt) {
        return succeeded(tryEarn(award(amount, null, null, false, expiresAt)));
    }

    /** Points for what happened before now. */
    public PointsEntry earnLate(long amount, OffsetDateTime occurredAt) {
        return succeeded(
                tryEarn(
                        new AwardPoints(
                                customer.id(),
                                currency,
                                amount,
                                "Long ago",
                                null,
                                null,
                                occurredAt,
                                null,
                                false,
                                null)));
    }

    /** Points that another entry causes. */
    public PointsEntry earnBecause(PointsEntry cause, long amount) {
        return succeeded(tryEarnBecause(cause, amount));
    }

    public Result<PointsEntry> tryEarnBecause(PointsEntry cause, long amount) {
        return tryEarn(award(amount, cause.id(), null, false, null));
    }

    /** Points that cannot be spent yet; null for until they are confirmed. */
    public PointsEntry earnPending(long amount, @Nullable OffsetDateTime availableAt) {
        return succeeded(tryEarn(award(amount, null, availableAt, true, null)));
    }

    public Result<PointsEntry> tryEarn(AwardPoints command) {
        return testLedger.ledger.award(call(), command);
    }

    public Result<PointsEntry> tryConfirm(PointsEntry earned) {
        return testLedger.ledger.confirm(call(), new ConfirmPoints(earned.id()));
    }

    public PointsEntry spend(long amount) {
        return succeeded(trySpend(amount));
    }

    public Result<PointsEntry> trySpend(long amount) {
        return testLedger.ledger.redeem(
                call(), new RedeemPoints(customer.id(), currency, amount, "A coffee", null, null));
    }

    public Result<PointsEntry> trySpend(RedeemPoints command) {
        return testLedger.ledger.redeem(call(), command);
    }

    public Hold hold(long amount, @Nullable OffsetDateTime expiresAt) {
        return hold(succeeded(tryHold(amount, expiresAt)));
    }

    public Result<PointsEntry> tryHold(long amount, @Nullable OffsetDateTime expiresAt) {
        return testLedger.ledger.hold(
                call(),
                new HoldPoints(customer.id(), currency, amount, "A basket", null, expiresAt));
    }

    /** The hold that an entry belongs to, as it is now. */
    public Hold hold(PointsEntry entry) {
        return hold(Objects.requireNonNull(entry.holdId()));
    }

    public Hold hold(String id) {
        return Objects.requireNonNull(
                testLedger.wallets.holdsByIds(Caller.SYSTEM, List.of(id)).get(id));
    }

    public Result<PointsEntry> tryCapture(Hold hold, @Nullable Long amount) {
        return testLedger.ledger.capture(call(), new CaptureHold(hold.id(), amount));
    }

    public Result<PointsEntry> tryRelease(Hold hold) {
        return testLedger.ledger.release(call(), new ReleaseHold(hold.id()));
    }

    public Result<PointsEntry> tryTransfer(TestWallet to, long amount) {
        return testLedger.ledger.transfer(
                call(),
                new TransferPoints(
                        customer.id(), to.customer().id(), currency, amount, "A present"));
    }

    public Result<PointsEntry> tryAdjust(long amount) {
        return testLedger.ledger.adjust(
                call(), new AdjustPoints(customer.id(), currency, amount, "A mistake"));
    }

    public PointsEntry reverse(PointsEntry entry) {
        return succeeded(
                tryReverse(entry, null, ReverseEntry.RefundPolicy.RESTORE_ORIGINAL_EXPIRY));
    }

    public Result<PointsEntry> tryReverse(PointsEntry entry, @Nullable Long amount) {
        return tryReverse(entry, amount, ReverseEntry.RefundPolicy.RESTORE_ORIGINAL_EXPIRY);
    }

    public Result<PointsEntry> tryReverse(
            PointsEntry entry, @Nullable Long amount, ReverseEntry.RefundPolicy refund) {
        return testLedger.ledger.reverse(
                call(), new ReverseEntry(entry.id(), amount, refund, "A return"));
    }

    /** As of now: what is due is settled. */
    public Wallet wallet() {
        return Objects.requireNonNull(
                testLedger
                        .wallets
                        .ofCustomers(List.of(customer.id()), currency)
                        .get(customer.id()));
    }

    public long balance() {
        return wallet().balance();
    }

    /** Balance, pending, held and debt. */
    public List<Long> sums() {
        var wallet = wallet();
        return List.of(wallet.balance(), wallet.pending(), wallet.held(), wallet.debt());
    }

    /** The latest 100 entries, oldest first. */
    public List<PointsEntry> entries() {
        var id = wallet().id();
        return testLedger
                .wallets
                .entries(List.of(id), PageRequest.first(100))
                .get(id)
                .items()
                .reversed();
    }

    public List<String> kinds() {
        return entries().stream().map(PointsEntry::kind).toList();
    }

    public List<String> lots() {
        return testLedger.lotsOf(wallet().id());
    }
}
