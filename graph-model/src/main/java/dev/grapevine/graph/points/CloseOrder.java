package dev.grapevine.graph.points;

import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Refusal;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;

/**
 * Captures a hold (held → REDEEMED) and releases what is left of it, or releases all (held →
 * wallet).
 *
 * @param wallet whose hold it is
 * @param amount what to capture; 0 to release all, null to capture all
 */
record CloseOrder(Caller caller, WalletKey wallet, String holdId, @Nullable Long amount)
        implements Order {

    @Override
    public List<Need> needs() {
        return List.of(new Need(wallet, "holdId", 0));
    }

    @Override
    public Lookups lookups() {
        return new Lookups(holdId, null, null, null, null);
    }

    @Override
    public Outcome<PointsEntry> decide(Books books, String entryId) {
        var book = books.of(wallet);
        var held = Objects.requireNonNull(book.hold(holdId));
        var captured = Objects.requireNonNullElse(amount, held.hold().amount());
        var refusal = refusal(held.hold(), captured);
        if (refusal != null) {
            return Outcome.refused(refusal);
        }
        return Outcome.done(
                captured == 0
                        ? release(book, entryId, held)
                        : capture(book, entryId, held, captured));
    }

    private PointsEntry release(Book book, String entryId, HeldPoints held) {
        book.close(held, Hold.State.RELEASED, 0);
        return Postings.release(book, entryId, book.now(), held, held.parts(), note());
    }

    /** Spends what expires soonest; the rest goes back. */
    private PointsEntry capture(Book book, String entryId, HeldPoints held, long captured) {
        book.close(held, Hold.State.CAPTURED, captured);
        var entry =
                book.post(
                        entryId,
                        book.now(),
                        EntryKind.CAPTURED,
                        book.account(WalletAccount.HELD),
                        SystemAccount.REDEEMED.name(),
                        captured,
                        Note.of(caller, held.hold().reason()).of(held.hold()));
        BookLots.cut(captured, held.parts())
                .forEach(part -> book.lots().trace(entry, Move.Type.CONSUMED, part));
        var rest = BookLots.without(captured, held.parts());
        if (!rest.isEmpty()) {
            Postings.release(
                    book, book.nextEntryId(), book.now(), held, rest, note().because(entryId));
        }
        return entry;
    }

    private Note note() {
        return Note.of(caller, "Held points have come back");
    }

    /** What comes back may have expired meanwhile. */
    @Override
    public boolean restores() {
        return true;
    }

    private static @Nullable Refusal refusal(Hold hold, long captured) {
        if (hold.state().equals(Hold.State.EXPIRED.name())) {
            return LedgerRefusal.HOLD_EXPIRED;
        }
        if (!hold.isOpen()) {
            return LedgerRefusal.HOLD_CLOSED;
        }
        return captured > hold.amount() ? LedgerRefusal.CAPTURE_TOO_LARGE : null;
    }
}
