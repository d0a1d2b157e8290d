package dev.grapevine.graph.points;

import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Refusal;
import dev.grapevine.graph.kernel.Unknown;

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
 * @param needs the wallets of the entry and of all that it caused, with what each may lose
 */
record ReverseOrder(Caller caller, ReverseEntry command, List<Need> needs) implements Order {

    @Override
    public Lookups lookups() {
        return new Lookups(null, null, null, command.entryId(), null);
    }

    /** What was spent may come back into lots that have expired meanwhile. */
    @Override
    public boolean restores() {
        return true;
    }

    /** Part of an entry that is to be taken back. */
    private record Share(Reversible target, long amount) {

        /** What has expired of it, and is gone already. */
        long gone() {
            return Math.max(0, Math.min(amount, target.expired()));
        }
    }

    @Override
    public Outcome<PointsEntry> decide(Books books, String entryId) {
        var targets = books.reversible(command.entryId());
        if (targets.isEmpty()) {
            return Outcome.refused(new Unknown("Entry", command.entryId(), "entryId"));
        }
        var refusal = refusal(targets.getFirst());
        if (refusal != null) {
            return Outcome.refused(refusal);
        }
        var shares = shares(targets);
        if (isShort(books, shares)) {
            return Outcome.refused(LedgerRefusal.ALREADY_SPENT);
        }
        var note = Note.of(caller, command.reason());
        var reversal = takeBack(books, entryId, shares.getFirst(), note);
        shares.subList(1, shares.size())
                .forEach(
                        share -> {
                            var book = books.of(share.target().wallet());
                            takeBack(books, book.nextEntryId(), share, note.because(entryId));
                        });
        return Outcome.done(reversal);
    }

    private @Nullable Refusal refusal(Reversible root) {
        var entry = root.entry();
        if (root.isReversed() || root.left() <= 0) {
            return LedgerRefusal.ALREADY_REVERSED;
        }
        if (!EntryKind.valueOf(entry.kind()).isReversible()) {
            return LedgerRefusal.NOT_REVERSIBLE;
        }
        return amount(root) > root.left() ? LedgerRefusal.REVERSAL_TOO_LARGE : null;
    }

    private long amount(Reversible root) {
        return Objects.requireNonNullElse(command.amount(), root.left());
    }

    /**
     * The entry's share and those of what it earned others; what was taken back before has none.
     */
    private List<Share> shares(List<Reversible> targets) {
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
    private boolean isShort(Books books, List<Share> shares) {
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
                            var book = books.of(loss.getKey());
                            return book.currency().shortfall() == Currency.Shortfall.REFUSE
                                    && book.available() + refunded(book, shares) < loss.getValue();
                        });
    }

    /** What comes back into a wallet, to be spent, before anything is taken from it. */
    private long refunded(Book book, List<Share> shares) {
        var root = shares.getFirst();
        if (!isDebit(root) || !root.target().wallet().equals(book.before().walletKey())) {
            return 0;
        }
        var back =
                command.refund() == ReverseEntry.Refund.REISSUE
                        ? root.amount()
                        : restored(root).stream()
                                .filter(part -> part.lot().expiresAt().isAfter(book.now()))
                                .mapToLong(Book.Part::amount)
                                .sum();
        return Math.max(0, back - book.debt());
    }

    /**
     * What was drawn last comes back first, so that in part the longest lasting points are kept.
     */
    private static List<Book.Part> restored(Share share) {
        return BookLots.cut(share.amount(), share.target().lots().reversed());
    }

    /** Whether points went out by it. */
    private static boolean isDebit(Share share) {
        var entry = share.target().entry();
        return entry.debit().startsWith(entry.walletId());
    }

    private static boolean isPending(Share share) {
        return share.target().lots().stream().anyMatch(part -> part.lot().isPending());
    }

    private PointsEntry takeBack(Books books, String id, Share share, Note reason) {
        var book = books.of(share.target().wallet());
        var note = reason.reversing(share.target().entry().id());
        if (isDebit(share)) {
            return refund(book, id, share, note);
        }
        return isPending(share)
                ? takeBackPending(book, id, share, note)
                : takeBackEarned(book, id, share, note);
    }

    private static PointsEntry takeBackPending(Book book, String id, Share share, Note note) {
        var entry =
                book.post(
                        id,
                        book.now(),
                        EntryKind.REVERSED,
                        book.account(WalletAccount.PENDING),
                        share.target().entry().debit(),
                        share.amount(),
                        note);
        BookLots.cut(share.amount(), share.target().lots())
                .forEach(part -> book.lots().move(entry, Move.Type.CONSUMED, part));
        return entry;
    }

    private static PointsEntry takeBackEarned(Book book, String id, Share share, Note note) {
        var to = SystemAccount.valueOf(share.target().entry().debit());
        var loss = share.amount() - share.gone();
        if (loss == 0) {
            return takeBackExpired(book, id, to, share.gone(), note);
        }
        var entry = takeFromCustomer(book, id, to, loss, share, note);
        if (share.gone() > 0) {
            var rest = note.reversing(null).because(id);
            takeBackExpired(book, book.nextEntryId(), to, share.gone(), rest);
        }
        return entry;
    }

    private static PointsEntry takeFromCustomer(
            Book book, String id, SystemAccount to, long loss, Share share, Note note) {
        var there = Math.min(loss, book.available());
        if (there == 0) {
            return Postings.owe(book, id, to, loss, note);
        }
        var own = share.target().lots().stream().map(Book.Part::lot).toList();
        var parts = book.lots().parts(there, own);
        var entry = Postings.debit(book, id, EntryKind.REVERSED, to, parts, note);
        if (loss > there) {
            var rest = note.reversing(null).because(id);
            Postings.owe(book, book.nextEntryId(), to, loss - there, rest);
        }
        return entry;
    }

    private static PointsEntry takeBackExpired(
            Book book, String id, SystemAccount to, long amount, Note note) {
        var from = SystemAccount.EXPIRED.name();
        return book.post(id, book.now(), EntryKind.REVERSED, from, to.name(), amount, note);
    }

    private PointsEntry refund(Book book, String id, Share share, Note note) {
        var spent = share.target().entry();
        var entry =
                book.post(
                        id,
                        book.now(),
                        EntryKind.REVERSED,
                        spent.credit(),
                        book.account(WalletAccount.AVAILABLE),
                        share.amount(),
                        note);
        if (command.refund() == ReverseEntry.Refund.REISSUE) {
            book.open(entry, share.amount(), book.currency().expiryOf(book.now()));
        } else {
            restored(share).forEach(part -> book.restore(entry, part));
        }
        // What came back into lots that have expired is gone before anything is taken from them.
        new Settlement(book).settle();
        Postings.repay(book, entry);
        return entry;
    }
}
