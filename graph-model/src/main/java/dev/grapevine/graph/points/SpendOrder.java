package dev.grapevine.graph.points;

import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Outcome;

import java.util.List;

/** Spends points: wallet → REDEEMED. */
record SpendOrder(Caller caller, RedeemPoints command) implements Order {

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
        if (book.available() < command.amount()) {
            return Outcome.refusedForEver(
                    new InsufficientPoints(book.available(), command.amount()));
        }
        return Outcome.done(
                Postings.debit(
                        book,
                        entryId,
                        EntryKind.REDEEMED,
                        SystemAccount.REDEEMED,
                        book.lots().parts(command.amount(), List.of()),
                        Note.of(caller, command.reason())
                                .from(command.source())
                                .at(command.occurredAt())));
    }
}
