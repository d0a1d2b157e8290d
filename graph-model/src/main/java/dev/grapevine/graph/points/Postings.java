package dev.grapevine.graph.points;

import java.time.OffsetDateTime;
import java.util.List;

/** The transfers that several commands consist of. */
final class Postings {

    private Postings() {}

    /** Points come in, as a new lot; what is owed is paid from it first. */
    static PointsEntry credit(
            Book book,
            String id,
            EntryKind kind,
            SystemAccount from,
            long amount,
            Note note,
            OffsetDateTime expiresAt) {
        var entry =
                book.post(
                        id,
                        book.now(),
                        kind,
                        from.name(),
                        book.account(WalletAccount.AVAILABLE),
                        amount,
                        note);
        book.open(entry, amount, expiresAt);
        repay(book, entry);
        return entry;
    }

    /** Points go out, drawn from the lots that expire soonest, or from given parts. */
    static PointsEntry debit(
            Book book,
            String id,
            EntryKind kind,
            SystemAccount to,
            List<Book.Part> parts,
            Note note) {
        var entry =
                book.post(
                        id,
                        book.now(),
                        kind,
                        book.account(WalletAccount.AVAILABLE),
                        to.name(),
                        sum(parts),
                        note);
        parts.forEach(part -> book.lots().move(entry, Move.Type.CONSUMED, part));
        return entry;
    }

    /** What should go out and is not there is owed. */
    static PointsEntry owe(Book book, String id, SystemAccount to, long amount, Note note) {
        var debt = book.account(WalletAccount.DEBT);
        return book.post(id, book.now(), EntryKind.DEBT_INCURRED, debt, to.name(), amount, note);
    }

    static long sum(List<Book.Part> parts) {
        return parts.stream().mapToLong(Book.Part::amount).sum();
    }

    /**
     * Pays what is owed from what can be spent, so that there is never both. What has come back
     * into lots that have expired since lapses and pays nothing.
     */
    static void repay(Book book, PointsEntry because) {
        var parts = book.debt() == 0 ? List.<Book.Part>of() : unexpired(book, because);
        var amount = sum(parts);
        if (amount == 0) {
            return;
        }
        var entry =
                book.post(
                        EntryKind.DEBT_REPAID,
                        book.account(WalletAccount.AVAILABLE),
                        book.account(WalletAccount.DEBT),
                        amount,
                        Note.byItself("What was owed is paid").because(because.id()));
        parts.forEach(part -> book.lots().move(entry, Move.Type.CONSUMED, part));
    }

    /** What of the debt can be paid; while there is one, no other lots are open. */
    private static List<Book.Part> unexpired(Book book, PointsEntry because) {
        var parts =
                book.lots().open().stream()
                        .filter(lot -> lot.expiresAt().isAfter(because.bookedAt()))
                        .map(lot -> new Book.Part(lot, lot.remaining()))
                        .toList();
        return BookLots.cut(Math.min(book.debt(), sum(parts)), parts);
    }

    /** Held points come back into the lots that they were drawn from, and the hold is closed. */
    static PointsEntry release(
            Book book,
            String id,
            OffsetDateTime at,
            HeldPoints held,
            List<Book.Part> parts,
            Note note) {
        var entry =
                book.post(
                        id,
                        at,
                        EntryKind.RELEASED,
                        book.account(WalletAccount.HELD),
                        book.account(WalletAccount.AVAILABLE),
                        sum(parts),
                        note.of(held.hold()));
        parts.forEach(part -> book.restore(entry, part));
        repay(book, entry);
        return entry;
    }

    /** Pending points become available. */
    static PointsEntry mature(Book book, String id, OffsetDateTime at, LotState lot, Note note) {
        var entry =
                book.post(
                        id,
                        at,
                        EntryKind.UNLOCKED,
                        book.account(WalletAccount.PENDING),
                        book.account(WalletAccount.AVAILABLE),
                        lot.remaining(),
                        note.because(lot.lot().entryId()));
        book.lots().mature(lot, book.currency().expiryOf(entry.bookedAt()));
        book.dates().dueBy(lot.expiresAt());
        repay(book, entry);
        return entry;
    }
}
