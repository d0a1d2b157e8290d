package dev.grapevine.graph.ledger.posting;

import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.NotFound;
import dev.grapevine.graph.kernel.command.Rejection;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.ledger.EntryKind;
import dev.grapevine.graph.ledger.LedgerRejection;
import dev.grapevine.graph.ledger.PointsEntry;
import dev.grapevine.graph.ledger.WalletAccount;
import dev.grapevine.graph.ledger.WalletKey;
import dev.grapevine.graph.ledger.command.ReverseEntry;
import dev.grapevine.graph.ledger.currency.Currency;
import dev.grapevine.graph.ledger.session.EntryDetails;
import dev.grapevine.graph.ledger.session.LedgerSession;
import dev.grapevine.graph.ledger.session.LotMovement;
import dev.grapevine.graph.ledger.session.LotPart;
import dev.grapevine.graph.ledger.session.LotSelection;
import dev.grapevine.graph.ledger.session.WalletSession;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;

/**
 * Reversal of an entry and of its share of the entries that it caused. Credit: available → ISSUED
 * as far as the balance suffices, debt → ISSUED beyond, EXPIRED → ISSUED for expired points. Debit:
 * REDEEMED → available.
 *
 * @param walletAccess wallets of the entry, first, and of all entries that it caused, with the
 *     points that each may lose
 */
public record ReverseCommand(Caller caller, ReverseEntry command, List<WalletAccess> walletAccess)
        implements LedgerCommand {

    @Override
    public Prefetch prefetch() {
        return new Prefetch(null, null, null, command.entryId(), null);
    }

    /** Returns true: lots that are restored may have expired since. */
    @Override
    public boolean mayOpenExpired() {
        return true;
    }

    /** Part of an entry to reverse. */
    record Share(ReversalTarget target, long amount) {

        /** Returns the expired points of the share, which are written off. */
        long expired() {
            return Math.max(0, Math.min(amount, target.expired()));
        }
    }

    @Override
    public Result<PointsEntry> decide(LedgerSession ledger, String entryId) {
        var targets = ledger.reversalTargets(command.entryId());
        if (targets.isEmpty()) {
            return Result.rejected(new NotFound("Entry", command.entryId(), "entryId"));
        }
        var rejection = rejection(targets.getFirst());
        if (rejection != null) {
            return Result.rejected(rejection);
        }
        var shares = shares(targets);
        if (exceedsBalance(ledger, shares)) {
            return Result.rejected(LedgerRejection.ALREADY_REDEEMED.with(command.entryId()));
        }
        var details = EntryDetails.of(caller, command.reason());
        var reversal = reverse(ledger, entryId, shares.getFirst(), details);
        shares.subList(1, shares.size())
                .forEach(
                        share -> {
                            var session = ledger.of(share.target().wallet());
                            reverse(
                                    ledger,
                                    session.nextEntryId(),
                                    share,
                                    details.withCause(entryId));
                        });
        return Result.success(reversal);
    }

    private @Nullable Rejection rejection(ReversalTarget root) {
        var entry = root.entry();
        if (root.isReversed() || root.reversible() <= 0) {
            return LedgerRejection.ALREADY_REVERSED.with(entry.id());
        }
        if (!EntryKind.valueOf(entry.kind()).isReversible()) {
            return LedgerRejection.NOT_REVERSIBLE.with(entry.id(), entry.kind());
        }
        if (amount(root) > root.reversible()) {
            return LedgerRejection.REVERSAL_TOO_LARGE.with(
                    amount(root), root.reversible(), entry.id());
        }
        return null;
    }

    private long amount(ReversalTarget root) {
        return Objects.requireNonNullElse(command.amount(), root.reversible());
    }

    /**
     * Returns the share of the entry, first, and the proportional shares of the credits that it
     * caused, rounded down; reversed entries have none.
     */
    private List<Share> shares(List<ReversalTarget> targets) {
        var root = targets.getFirst();
        var amount = amount(root);
        var shares = new ArrayList<Share>();
        shares.add(new Share(root, amount));
        for (var caused : targets.subList(1, targets.size())) {
            var part = caused.entry().amount() * amount / root.entry().amount();
            var share = Math.min(part, caused.reversible());
            if (caused.entry().is(EntryKind.EARNED) && !caused.isReversed() && share > 0) {
                shares.add(new Share(caused, share));
            }
        }
        return shares;
    }

    /** Returns true if a reversal exceeds the balance of a wallet whose currency allows no debt. */
    private boolean exceedsBalance(LedgerSession ledger, List<Share> shares) {
        var debits = new HashMap<WalletKey, Long>();
        shares.stream()
                .filter(share -> !isDebit(share) && !isPending(share))
                .forEach(
                        share ->
                                debits.merge(
                                        share.target().wallet(),
                                        share.amount() - share.expired(),
                                        Long::sum));
        return debits.entrySet().stream()
                .anyMatch(
                        debit -> {
                            var session = ledger.of(debit.getKey());
                            return session.currency().negativeBalancePolicy()
                                            == Currency.NegativeBalancePolicy.REJECT
                                    && session.available() + refunded(session, shares)
                                            < debit.getValue();
                        });
    }

    /** Returns the points that the reversal makes available in a wallet before it debits others. */
    private long refunded(WalletSession session, List<Share> shares) {
        var root = shares.getFirst();
        if (!isDebit(root) || !root.target().wallet().equals(session.before().walletKey())) {
            return 0;
        }
        var restored =
                command.refundPolicy() == ReverseEntry.RefundPolicy.REISSUE
                        ? root.amount()
                        : restored(root).stream()
                                .filter(lotPart -> lotPart.lot().expiresAt().isAfter(session.now()))
                                .mapToLong(LotPart::amount)
                                .sum();
        return Math.max(0, restored - session.debt());
    }

    /**
     * Returns the parts of lots to restore: those drawn last first, so that a partial reversal
     * restores the points that expire latest.
     */
    private static List<LotPart> restored(Share share) {
        return LotSelection.firstOf(share.amount(), share.target().lots().reversed());
    }

    /** Returns true if the entry debited the wallet. */
    private static boolean isDebit(Share share) {
        var entry = share.target().entry();
        return entry.debit().startsWith(entry.walletId());
    }

    private static boolean isPending(Share share) {
        return share.target().lots().stream().anyMatch(lotPart -> lotPart.lot().isPending());
    }

    private PointsEntry reverse(LedgerSession ledger, String id, Share share, EntryDetails reason) {
        var session = ledger.of(share.target().wallet());
        var details = reason.withReversal(share.target().entry().id());
        if (isDebit(share)) {
            return refund(session, id, share, details);
        }
        return isPending(share)
                ? reversePending(session, id, share, details)
                : CreditReversal.reverse(session, id, share, details);
    }

    private static PointsEntry reversePending(
            WalletSession session, String id, Share share, EntryDetails details) {
        var entry =
                session.post(
                        id,
                        session.now(),
                        EntryKind.REVERSED,
                        session.account(WalletAccount.PENDING),
                        share.target().entry().debit(),
                        share.amount(),
                        details);
        LotSelection.firstOf(share.amount(), share.target().lots())
                .forEach(lotPart -> session.lots().move(entry, LotMovement.Type.CONSUMED, lotPart));
        return entry;
    }

    private PointsEntry refund(
            WalletSession session, String id, Share share, EntryDetails details) {
        var reversed = share.target().entry();
        var entry =
                session.post(
                        id,
                        session.now(),
                        EntryKind.REVERSED,
                        reversed.credit(),
                        session.account(WalletAccount.AVAILABLE),
                        share.amount(),
                        details);
        if (command.refundPolicy() == ReverseEntry.RefundPolicy.REISSUE) {
            session.open(entry, share.amount(), session.currency().expiryOf(session.now()));
        } else {
            restored(share).forEach(lotPart -> session.restore(entry, lotPart));
        }
        // Restored lots that have expired must expire before the debt is paid from open lots.
        new DueEvents(session).process();
        Postings.repayDebt(session, entry);
        return entry;
    }
}
