package dev.grapevine.graph.points;

import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Invalid;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Times;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * Sets points aside: wallet → held.
 *
 * @param holdId id of the hold to make
 */
record HoldOrder(Caller caller, HoldPoints command, String holdId) implements Order {

    static final Duration USUAL_TIME = Duration.ofMinutes(15);
    static final Duration LONGEST_TIME = Duration.ofDays(30);

    private WalletKey wallet() {
        return new WalletKey(command.customerId(), command.currency());
    }

    @Override
    public List<Need> needs() {
        return List.of(new Need(wallet(), "customer", command.amount()));
    }

    @Override
    public Outcome<PointsEntry> decide(Books books, String entryId) {
        var book = books.of(wallet());
        var expiresAt = expiresAt(book);
        if (!expiresAt.isAfter(book.now()) || expiresAt.isAfter(book.now().plus(LONGEST_TIME))) {
            return Outcome.refused(
                    new Invalid(List.of("expiresAt"), "Is not within 30 days from now."));
        }
        if (book.available() < command.amount()) {
            return Outcome.refusedForEver(
                    new InsufficientPoints(book.available(), command.amount()));
        }
        var hold = hold(book, entryId, expiresAt);
        var parts = book.lots().parts(command.amount(), List.of());
        var entry =
                book.post(
                        entryId,
                        book.now(),
                        EntryKind.HELD,
                        book.account(WalletAccount.AVAILABLE),
                        book.account(WalletAccount.HELD),
                        command.amount(),
                        Note.of(caller, command.reason()).from(command.source()).of(hold));
        parts.forEach(part -> book.lots().move(entry, Move.Type.HELD, part));
        book.add(new HeldPoints(hold, parts));
        return Outcome.done(entry);
    }

    private Hold hold(Book book, String entryId, OffsetDateTime expiresAt) {
        var wallet = book.before();
        return new Hold(
                holdId,
                wallet.brandId(),
                wallet.id(),
                wallet.customerId(),
                wallet.currency(),
                entryId,
                Hold.State.HELD.name(),
                command.amount(),
                0,
                command.reason(),
                book.now(),
                expiresAt);
    }

    private OffsetDateTime expiresAt(Book book) {
        return command.expiresAt() == null
                ? book.now().plus(USUAL_TIME)
                : Times.utc(command.expiresAt());
    }
}
