package dev.grapevine.graph.points;

import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Refusal;
import dev.grapevine.graph.kernel.Unknown;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * Gives points of one customer to another: wallet → TRANSFERRED → wallet. The points keep their
 * expiry, so that giving them away and back cannot prolong it.
 */
record TransferOrder(Caller caller, TransferPoints command) implements Order {

    private WalletKey from() {
        return new WalletKey(command.fromCustomerId(), command.currency());
    }

    private WalletKey to() {
        return new WalletKey(command.toCustomerId(), command.currency());
    }

    @Override
    public List<Need> needs() {
        return List.of(
                new Need(from(), "sender", command.amount()),
                new Need(to(), "recipient", 0));
    }

    @Override
    public List<String> allowances(OffsetDateTime now) {
        return List.of(allowance(now));
    }

    private String allowance(OffsetDateTime now) {
        return from().text() + "|given|" + now.toLocalDate();
    }

    @Override
    public Outcome<PointsEntry> decide(Books books, String entryId) {
        var giver = books.of(from());
        var receiver = books.of(to());
        var refusal = refusal(books, giver, receiver);
        if (refusal != null) {
            return Outcome.refused(refusal);
        }
        if (giver.available() < command.amount()) {
            return Outcome.refusedForEver(
                    new InsufficientPoints(giver.available(), command.amount()));
        }
        books.use(allowance(books.now()), command.amount(), giver.before().brandId());
        return Outcome.done(transfer(giver, receiver, entryId));
    }

    private @Nullable Refusal refusal(Books books, Book giver, Book receiver) {
        if (!giver.before().brandId().equals(receiver.before().brandId())) {
            return new Unknown("Customer", command.toCustomerId(), "recipient");
        }
        if (!giver.currency().isTransferable()) {
            return LedgerRefusal.NOT_TRANSFERABLE;
        }
        var limit = giver.currency().dailyTransferLimit();
        var used = books.used(allowance(books.now()));
        if (limit != null && used + command.amount() > limit) {
            return LedgerRefusal.TRANSFER_LIMIT_EXCEEDED;
        }
        return receiver.hasRoomFor(command.amount()) ? null : LedgerRefusal.BALANCE_TOO_LARGE;
    }

    private PointsEntry transfer(Book giver, Book receiver, String entryId) {
        var note = Note.of(caller, command.reason());
        var parts = giver.lots().parts(command.amount(), List.of());
        var given =
                Postings.debit(
                        giver,
                        entryId,
                        EntryKind.TRANSFERRED_OUT,
                        SystemAccount.TRANSFERRED,
                        parts,
                        note);
        var received =
                receiver.post(
                        EntryKind.TRANSFERRED_IN,
                        SystemAccount.TRANSFERRED.name(),
                        receiver.account(WalletAccount.AVAILABLE),
                        command.amount(),
                        note.because(given.id()));
        parts.forEach(part -> receiver.open(received, part.amount(), part.lot().expiresAt()));
        Postings.repay(receiver, received);
        return given;
    }
}
