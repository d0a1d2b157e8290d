package dev.grapevine.graph.points;

import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Invalid;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Refusal;
import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.kernel.Unknown;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives points: ISSUED → wallet, or → pending.
 *
 * @param causeWallet the wallet of the entry that causes it; null if no entry does
 */
record AwardOrder(Caller caller, AwardPoints command, @Nullable WalletKey causeWallet)
        implements Order {

    private WalletKey wallet() {
        return new WalletKey(command.customerId(), command.currency());
    }

    @Override
    public List<Need> needs() {
        var needs = new ArrayList<Need>();
        needs.add(new Need(wallet(), "customer", 0));
        if (causeWallet != null) {
            needs.add(new Need(causeWallet, "causedBy", 0));
        }
        return needs;
    }

    @Override
    public List<String> allowances(OffsetDateTime now) {
        return limits(now).stream().map(Limit::key).toList();
    }

    @Override
    public Lookups lookups() {
        return new Lookups(null, null, command.becauseOf(), null, null);
    }

    /** A limit of the caller that is counted. */
    private record Limit(String name, String key, long most) {}

    private List<Limit> limits(OffsetDateTime now) {
        var limits = new ArrayList<Limit>();
        var scope = caller.id() + "|" + command.currency() + "|";
        if (caller.limits().total() != null) {
            limits.add(new Limit("in all", scope + "total", caller.limits().total()));
        }
        if (caller.limits().perCustomerPerDay() != null) {
            limits.add(
                    new Limit(
                            "to one customer in a day",
                            scope + command.customerId() + "|" + now.toLocalDate(),
                            caller.limits().perCustomerPerDay()));
        }
        return limits;
    }

    @Override
    public Outcome<PointsEntry> decide(Books books, String entryId) {
        var book = books.of(wallet());
        var refusal = refusal(books, book);
        if (refusal != null) {
            return Outcome.refused(refusal);
        }
        limits(books.now())
                .forEach(
                        limit -> books.use(limit.key(), command.amount(), book.before().brandId()));
        return Outcome.done(award(book, entryId));
    }

    private @Nullable Refusal refusal(Books books, Book book) {
        if (command.becauseOf() != null) {
            var cause = books.cause(command.becauseOf());
            if (cause == null || !cause.brandId().equals(book.before().brandId())) {
                return new Unknown("Cause", command.becauseOf(), "causedBy");
            }
            if (cause.isReversed()) {
                return LedgerRefusal.CAUSE_REVERSED;
            }
        }
        if (!expiresAt(book).isAfter(availableAt(book))) {
            return new Invalid(List.of("expiresAt"), "Would expire before it is available.");
        }
        if (!book.hasRoomFor(command.amount())) {
            return LedgerRefusal.BALANCE_TOO_LARGE;
        }
        var perCall = caller.limits().perCall();
        if (perCall != null && command.amount() > perCall) {
            return new AwardLimitExceeded("in one call", perCall, perCall);
        }
        return limits(books.now()).stream()
                .filter(limit -> books.used(limit.key()) + command.amount() > limit.most())
                .findFirst()
                .map(limit -> exceeded(limit, books.used(limit.key())))
                .orElse(null);
    }

    private static Refusal exceeded(Limit limit, long used) {
        return new AwardLimitExceeded(limit.name(), limit.most(), Math.max(0, limit.most() - used));
    }

    private PointsEntry award(Book book, String entryId) {
        var note =
                Note.of(caller, command.reason())
                        .from(command.source())
                        .because(command.becauseOf())
                        .at(command.occurredAt());
        if (!isPending(book)) {
            return Postings.credit(
                    book,
                    entryId,
                    EntryKind.EARNED,
                    SystemAccount.ISSUED,
                    command.amount(),
                    note,
                    expiresAt(book));
        }
        var entry =
                book.post(
                        entryId,
                        book.now(),
                        EntryKind.EARNED,
                        SystemAccount.ISSUED.name(),
                        book.account(WalletAccount.PENDING),
                        command.amount(),
                        note);
        book.openPending(entry, command.amount(), maturesAt(), expiresAt(book));
        return entry;
    }

    private @Nullable OffsetDateTime maturesAt() {
        return command.availableAt() == null ? null : Times.utc(command.availableAt());
    }

    private boolean isPending(Book book) {
        var at = maturesAt();
        return at == null ? command.awaitsConfirmation() : at.isAfter(book.now());
    }

    private OffsetDateTime availableAt(Book book) {
        var at = maturesAt();
        return at == null || at.isBefore(book.now()) ? book.now() : at;
    }

    /** What waits to be confirmed gets its expiry then. */
    private OffsetDateTime expiresAt(Book book) {
        if (command.expiresAt() != null) {
            return Times.utc(command.expiresAt());
        }
        return isPending(book) && maturesAt() == null
                ? Lot.NEVER
                : book.currency().expiryOf(availableAt(book));
    }
}
