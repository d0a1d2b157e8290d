package dev.grapevine.graph.points;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes what has happened by itself in a wallet up to now, in the order in which it happened: lots
 * matured, holds timed out, lots expired. What is due must be known to the book, all of it or what
 * is due first. Done twice it does nothing, because what it writes is not due any more.
 */
final class Settlement {

    private final Book book;
    private final boolean isLapseKnown;
    private final OffsetDateTime until;

    Settlement(Book book) {
        this(book, true, book.now());
    }

    /**
     * @param isLapseKnown whether all lots are known that lapse for want of activity; otherwise the
     *     rest of them lapses in a settlement to come
     * @param until up to when everything is known: what happens later must not be written before
     *     what happens by then
     */
    Settlement(Book book, boolean isLapseKnown, OffsetDateTime until) {
        this.book = book;
        this.isLapseKnown = isLapseKnown;
        this.until = until;
    }

    /** Something that happens by itself. */
    private record Event(OffsetDateTime at, Runnable effect) {}

    void settle() {
        for (var next = next(); next.isPresent(); next = next()) {
            next.get().effect().run();
        }
    }

    private Optional<Event> next() {
        return Stream.of(maturity(), timeOut(), expiry(), lapse())
                .flatMap(Optional::stream)
                .filter(event -> !event.at().isAfter(until))
                .min(Comparator.comparing(Event::at));
    }

    private Optional<Event> maturity() {
        return book.lots().all().stream()
                .filter(LotState::isPending)
                .min(Comparator.comparing(LotState::maturesAt))
                .map(lot -> new Event(lot.maturesAt(), () -> mature(lot)));
    }

    private void mature(LotState lot) {
        var note = Note.byItself("The points have become available");
        Postings.mature(book, book.nextEntryId(), lot.maturesAt(), lot, note);
    }

    private Optional<Event> timeOut() {
        return book.holds().stream()
                .filter(held -> held.hold().isOpen())
                .min(Comparator.comparing(held -> held.hold().expiresAt()))
                .map(held -> new Event(held.hold().expiresAt(), () -> release(held)));
    }

    private void release(HeldPoints held) {
        book.close(held, Hold.State.EXPIRED, 0);
        Postings.release(
                book,
                book.nextEntryId(),
                held.hold().expiresAt(),
                held,
                held.parts(),
                Note.byItself("The hold has timed out"));
    }

    private Optional<Event> expiry() {
        if (book.lots().open().isEmpty()) {
            return Optional.empty();
        }
        var at = book.lots().open().getFirst().expiresAt();
        return Optional.of(
                new Event(
                        at,
                        () ->
                                expire(
                                        at,
                                        book.lots().open().stream()
                                                .takeWhile(lot -> !lot.expiresAt().isAfter(at))
                                                .toList())));
    }

    private Optional<Event> lapse() {
        var at = book.dates().lapsesAt();
        return at == null || (!isLapseKnown && book.lots().open().isEmpty())
                ? Optional.empty()
                : Optional.of(new Event(at, () -> lapse(at)));
    }

    private void lapse(OffsetDateTime at) {
        expire(at, List.copyOf(book.lots().open()));
        if (isLapseKnown) {
            book.dates().lapsed();
        }
    }

    private void expire(OffsetDateTime at, List<LotState> lots) {
        if (lots.isEmpty()) {
            return;
        }
        var parts = lots.stream().map(lot -> new Book.Part(lot, lot.remaining())).toList();
        var entry =
                book.post(
                        book.nextEntryId(),
                        at,
                        EntryKind.EXPIRED,
                        book.account(WalletAccount.AVAILABLE),
                        SystemAccount.EXPIRED.name(),
                        Postings.sum(parts),
                        Note.byItself("The points have expired"));
        parts.forEach(part -> book.lots().move(entry, Move.Type.CONSUMED, part));
    }
}
