package dev.grapevine.graph.ledger.posting;

import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.NotFound;
import dev.grapevine.graph.kernel.command.Rejection;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.ledger.EntryKind;
import dev.grapevine.graph.ledger.LedgerRejection;
import dev.grapevine.graph.ledger.PointsEntry;
import dev.grapevine.graph.ledger.SystemAccount;
import dev.grapevine.graph.ledger.WalletAccount;
import dev.grapevine.graph.ledger.WalletKey;
import dev.grapevine.graph.ledger.command.ReverseEntry;
import dev.grapevine.graph.ledger.currency.Currency;
import dev.grapevine.graph.ledger.session.EntryDetails;
import dev.grapevine.graph.ledger.session.LedgerSession;
import dev.grapevine.graph.ledger.session.LotMovement;
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
    private record Share(ReversalTarget target, long amount) {

        /** What has expired of it, and is gone already. */
        long gone() {
            return Math.max(0, Math.min(amount, target.expired()));
        }
    }

    @Override
    public Result<PointsEntry> decide(LedgerSession ledgerSession, String entryId) {
        var targets = ledgerSession.reversalTarget(command.entryId());
        if (targets.isEmpty()) {
            return Result.rejected(new NotFound("Entry", command.entryId(), "entryId"));
        }
        var rejection = refusal(targets.getFirst());
        if (rejection != null) {
            return Result.rejected(rejection);
        }
        var shares = shares(targets);
        if (isShort(ledgerSession, shares)) {
            return Result.rejected(LedgerRejection.ALREADY_SPENT);
        }
        var entryDetails = EntryDetails.of(caller, command.reason());
        var reversal = takeBack(ledgerSession, entryId, shares.getFirst(), entryDetails);
        shares.subList(1, shares.size())
                .forEach(
                        share -> {
                            var walletSession = ledgerSession.of(share.target().wallet());
                            takeBack(
                                    ledgerSession,
                                    walletSession.nextEntryId(),
                                    share,
                                    entryDetails.because(entryId));
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
    private boolean isShort(LedgerSession ledgerSession, List<Share> shares) {
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
                            var walletSession = ledgerSession.of(loss.getKey());
                            return walletSession.currency().negativeBalancePolicy()
                                            == Currency.NegativeBalancePolicy.REFUSE
                                    && walletSession.available() + refunded(walletSession, shares)
                                            < loss.getValue();
                        });
    }

    /** What comes back into a wallet, to be spent, before anything is taken from it. */
    private long refunded(WalletSession walletSession, List<Share> shares) {
        var root = shares.getFirst();
        if (!isDebit(root) || !root.target().wallet().equals(walletSession.before().walletKey())) {
            return 0;
        }
        var back =
                command.refund() == ReverseEntry.Refund.REISSUE
                        ? root.amount()
                        : restored(root).stream()
                                .filter(
                                        lotPart ->
                                                lotPart.lot()
                                                        .expiresAt()
                                                        .isAfter(walletSession.now()))
                                .mapToLong(WalletSession.LotPart::amount)
                                .sum();
        return Math.max(0, back - walletSession.debt());
    }

    /**
     * What was drawn last comes back first, so that in part the longest lasting points are kept.
     */
    private static List<WalletSession.LotPart> restored(Share share) {
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
            LedgerSession ledgerSession, String id, Share share, EntryDetails reason) {
        var walletSession = ledgerSession.of(share.target().wallet());
        var entryDetails = reason.reversing(share.target().entry().id());
        if (isDebit(share)) {
            return refund(walletSession, id, share, entryDetails);
        }
        return isPending(share)
                ? takeBackPending(walletSession, id, share, entryDetails)
                : takeBackEarned(walletSession, id, share, entryDetails);
    }

    private static PointsEntry takeBackPending(
            WalletSession walletSession, String id, Share share, EntryDetails entryDetails) {
        var entry =
                walletSession.post(
                        id,
                        walletSession.now(),
                        EntryKind.REVERSED,
                        walletSession.account(WalletAccount.PENDING),
                        share.target().entry().debit(),
                        share.amount(),
                        entryDetails);
        LotSelection.cut(share.amount(), share.target().lots())
                .forEach(
                        lotPart ->
                                walletSession
                                        .lots()
                                        .move(entry, LotMovement.Type.CONSUMED, lotPart));
        return entry;
    }

    private static PointsEntry takeBackEarned(
            WalletSession walletSession, String id, Share share, EntryDetails entryDetails) {
        var to = SystemAccount.valueOf(share.target().entry().debit());
        var loss = share.amount() - share.gone();
        if (loss == 0) {
            return takeBackExpired(walletSession, id, to, share.gone(), entryDetails);
        }
        var entry = takeFromCustomer(walletSession, id, to, loss, share, entryDetails);
        if (share.gone() > 0) {
            var rest = entryDetails.reversing(null).because(id);
            takeBackExpired(walletSession, walletSession.nextEntryId(), to, share.gone(), rest);
        }
        return entry;
    }

    private static PointsEntry takeFromCustomer(
            WalletSession walletSession,
            String id,
            SystemAccount to,
            long loss,
            Share share,
            EntryDetails entryDetails) {
        var there = Math.min(loss, walletSession.available());
        if (there == 0) {
            return Postings.owe(walletSession, id, to, loss, entryDetails);
        }
        var own = share.target().lots().stream().map(WalletSession.LotPart::lot).toList();
        var lotParts = walletSession.lots().parts(there, own);
        var entry =
                Postings.debit(walletSession, id, EntryKind.REVERSED, to, lotParts, entryDetails);
        if (loss > there) {
            var rest = entryDetails.reversing(null).because(id);
            Postings.owe(walletSession, walletSession.nextEntryId(), to, loss - there, rest);
        }
        return entry;
    }

    private static PointsEntry takeBackExpired(
            WalletSession walletSession,
            String id,
            SystemAccount to,
            long amount,
            EntryDetails entryDetails) {
        var from = SystemAccount.EXPIRED.name();
        return walletSession.post(
                id, walletSession.now(), EntryKind.REVERSED, from, to.name(), amount, entryDetails);
    }

    private PointsEntry refund(
            WalletSession walletSession, String id, Share share, EntryDetails entryDetails) {
        var spent = share.target().entry();
        var entry =
                walletSession.post(
                        id,
                        walletSession.now(),
                        EntryKind.REVERSED,
                        spent.credit(),
                        walletSession.account(WalletAccount.AVAILABLE),
                        share.amount(),
                        entryDetails);
        if (command.refund() == ReverseEntry.Refund.REISSUE) {
            walletSession.open(
                    entry, share.amount(), walletSession.currency().expiryOf(walletSession.now()));
        } else {
            restored(share).forEach(lotPart -> walletSession.restore(entry, lotPart));
        }
        // What came back into lots that have expired is gone before anything is taken from them.
        new DueEvents(walletSession).process();
        Postings.repay(walletSession, entry);
        return entry;
    }
}
