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
 * Takes an entry back, and what it caused. What was earned: wallet → ISSUED, as far as the wallet
 * has it; the rest is owed: debt → ISSUED; what has expired costs the customer nothing more:
 * EXPIRED → ISSUED. What was spent: REDEEMED → wallet.
 *
 * @param walletAccess the wallets of the entry and of all that it caused, with what each may lose
 */
public record ReverseCommand(Caller caller, ReverseEntry command, List<WalletAccess> walletAccess)
        implements LedgerCommand {

    @Override
    public Prefetch prefetch() {
        return new Prefetch(null, null, null, command.entryId(), null);
    }

    /** What was spent may come back into lots that have expired meanwhile. */
    @Override
    public boolean restores() {
        return true;
    }

    /** Part of an entry that is to be taken back. */
    record Share(ReversalTarget target, long amount) {

        /** What has expired of it, and is gone already. */
        long gone() {
            return Math.max(0, Math.min(amount, target.expired()));
        }
    }

    @Override
    public Result<PointsEntry> decide(LedgerSession ledger, String entryId) {
        var targets = ledger.reversalTarget(command.entryId());
        if (targets.isEmpty()) {
            return Result.rejected(new NotFound("Entry", command.entryId(), "entryId"));
        }
        var rejection = refusal(targets.getFirst());
        if (rejection != null) {
            return Result.rejected(rejection);
        }
        var shares = shares(targets);
        if (isShort(ledger, shares)) {
            return Result.rejected(LedgerRejection.ALREADY_SPENT);
        }
        var details = EntryDetails.of(caller, command.reason());
        var reversal = takeBack(ledger, entryId, shares.getFirst(), details);
        shares.subList(1, shares.size())
                .forEach(
                        share -> {
                            var session = ledger.of(share.target().wallet());
                            takeBack(
                                    ledger, session.nextEntryId(), share, details.because(entryId));
                        });
        return Result.success(reversal);
    }

    private @Nullable Rejection refusal(ReversalTarget root) {
        var entry = root.entry();
        if (root.isReversed() || root.left() <= 0) {
            return LedgerRejection.ALREADY_REVERSED;
        }
        if (!EntryKind.valueOf(entry.kind()).isReversible()) {
            return LedgerRejection.NOT_REVERSIBLE;
        }
        return amount(root) > root.left() ? LedgerRejection.REVERSAL_TOO_LARGE : null;
    }

    private long amount(ReversalTarget root) {
        return Objects.requireNonNullElse(command.amount(), root.left());
    }

    /**
     * The entry's share and those of what it earned others; what was taken back before has none.
     */
    private List<Share> shares(List<ReversalTarget> targets) {
        var root = targets.getFirst();
        var amount = amount(root);
        var shares = new ArrayList<Share>();
        shares.add(new Share(root, amount));
        for (var caused : targets.subList(1, targets.size())) {
            var part = caused.entry().amount() * amount / root.entry().amount();
            var share = Math.min(part, caused.left());
            if (caused.entry().is(EntryKind.EARNED) && !caused.isReversed() && share > 0) {
                shares.add(new Share(caused, share));
            }
        }
        return shares;
    }

    /** Whether a wallet lacks what is to be taken back, in a currency that allows no debt. */
    private boolean isShort(LedgerSession ledger, List<Share> shares) {
        var losses = new HashMap<WalletKey, Long>();
        shares.stream()
                .filter(share -> !isDebit(share) && !isPending(share))
                .forEach(
                        share ->
                                losses.merge(
                                        share.target().wallet(),
                                        share.amount() - share.gone(),
                                        Long::sum));
        return losses.entrySet().stream()
                .anyMatch(
                        loss -> {
                            var session = ledger.of(loss.getKey());
                            return session.currency().negativeBalancePolicy()
                                            == Currency.NegativeBalancePolicy.REFUSE
                                    && session.available() + refunded(session, shares)
                                            < loss.getValue();
                        });
    }

    /** What comes back into a wallet, to be spent, before anything is taken from it. */
    private long refunded(WalletSession session, List<Share> shares) {
        var root = shares.getFirst();
        if (!isDebit(root) || !root.target().wallet().equals(session.before().walletKey())) {
            return 0;
        }
        var back =
                command.refund() == ReverseEntry.Refund.REISSUE
                        ? root.amount()
                        : restored(root).stream()
                                .filter(lotPart -> lotPart.lot().expiresAt().isAfter(session.now()))
                                .mapToLong(LotPart::amount)
                                .sum();
        return Math.max(0, back - session.debt());
    }

    /**
     * What was drawn last comes back first, so that in part the longest lasting points are kept.
     */
    private static List<LotPart> restored(Share share) {
        return LotSelection.cut(share.amount(), share.target().lots().reversed());
    }

    /** Whether points went out by it. */
    private static boolean isDebit(Share share) {
        var entry = share.target().entry();
        return entry.debit().startsWith(entry.walletId());
    }

    private static boolean isPending(Share share) {
        return share.target().lots().stream().anyMatch(lotPart -> lotPart.lot().isPending());
    }

    private PointsEntry takeBack(
            LedgerSession ledger, String id, Share share, EntryDetails reason) {
        var session = ledger.of(share.target().wallet());
        var details = reason.reversing(share.target().entry().id());
        if (isDebit(share)) {
            return refund(session, id, share, details);
        }
        return isPending(share)
                ? takeBackPending(session, id, share, details)
                : EarnedReversal.reverse(session, id, share, details);
    }

    private static PointsEntry takeBackPending(
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
        LotSelection.cut(share.amount(), share.target().lots())
                .forEach(lotPart -> session.lots().move(entry, LotMovement.Type.CONSUMED, lotPart));
        return entry;
    }

    private PointsEntry refund(
            WalletSession session, String id, Share share, EntryDetails details) {
        var spent = share.target().entry();
        var entry =
                session.post(
                        id,
                        session.now(),
                        EntryKind.REVERSED,
                        spent.credit(),
                        session.account(WalletAccount.AVAILABLE),
                        share.amount(),
                        details);
        if (command.refund() == ReverseEntry.Refund.REISSUE) {
            session.open(entry, share.amount(), session.currency().expiryOf(session.now()));
        } else {
            restored(share).forEach(lotPart -> session.restore(entry, lotPart));
        }
        // What came back into lots that have expired is gone before anything is taken from them.
        new DueEvents(session).process();
        Postings.repay(session, entry);
        return entry;
    }
}
