package dev.grapevine.graph.ledger.posting;

import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.ledger.EntryKind;
import dev.grapevine.graph.ledger.InsufficientPoints;
import dev.grapevine.graph.ledger.PointsEntry;
import dev.grapevine.graph.ledger.SystemAccount;
import dev.grapevine.graph.ledger.WalletKey;
import dev.grapevine.graph.ledger.command.RedeemPoints;
import dev.grapevine.graph.ledger.session.EntryDetails;
import dev.grapevine.graph.ledger.session.LedgerSession;

import java.util.List;

/** Redemption of points: available → REDEEMED. */
public record RedeemCommand(Caller caller, RedeemPoints command) implements LedgerCommand {

    private WalletKey wallet() {
        return new WalletKey(command.customer(), command.currency());
    }

    @Override
    public List<WalletAccess> walletAccess() {
        return List.of(new WalletAccess(wallet(), "customer", command.amount()));
    }

    @Override
    public Result<PointsEntry> decide(LedgerSession ledger, String entryId) {
        var session = ledger.of(wallet());
        if (session.available() < command.amount()) {
            return Result.rejectedFinally(
                    new InsufficientPoints(session.available(), command.amount()));
        }
        return Result.success(
                Postings.debit(
                        session,
                        entryId,
                        EntryKind.REDEEMED,
                        SystemAccount.REDEEMED,
                        session.lots().select(command.amount(), List.of()),
                        EntryDetails.of(caller, command.reason())
                                .withSource(command.source())
                                .withEffectiveAt(command.occurredAt())));
    }
}
