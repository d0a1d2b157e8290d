package dev.grapevine.graph.ledger.posting;

import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.ledger.EntryKind;
import dev.grapevine.graph.ledger.InsufficientPoints;
import dev.grapevine.graph.ledger.LedgerRejection;
import dev.grapevine.graph.ledger.PointsEntry;
import dev.grapevine.graph.ledger.SystemAccount;
import dev.grapevine.graph.ledger.WalletKey;
import dev.grapevine.graph.ledger.command.AdjustPoints;
import dev.grapevine.graph.ledger.session.EntryDetails;
import dev.grapevine.graph.ledger.session.LedgerSession;
import dev.grapevine.graph.ledger.session.WalletSession;

import java.util.List;

/** Correction of a balance: ADJUSTED → available, or available → ADJUSTED. */
public record AdjustCommand(Caller caller, AdjustPoints command) implements LedgerCommand {

    private WalletKey wallet() {
        return new WalletKey(command.customer(), command.currency());
    }

    @Override
    public List<WalletAccess> walletAccess() {
        return List.of(new WalletAccess(wallet(), "customer", Math.max(0, -command.amount())));
    }

    @Override
    public Result<PointsEntry> decide(LedgerSession ledger, String entryId) {
        var session = ledger.of(wallet());
        return command.amount() > 0 ? credit(session, entryId) : debit(session, entryId);
    }

    private Result<PointsEntry> credit(WalletSession session, String entryId) {
        if (!session.hasRoomFor(command.amount())) {
            return Result.rejected(LedgerRejection.BALANCE_TOO_LARGE.with(command.amount()));
        }
        return Result.success(
                Postings.credit(
                        session,
                        entryId,
                        EntryKind.ADJUSTED,
                        SystemAccount.ADJUSTED,
                        command.amount(),
                        EntryDetails.of(caller, command.reason()),
                        session.currency().expiryOf(session.now())));
    }

    private Result<PointsEntry> debit(WalletSession session, String entryId) {
        var amount = -command.amount();
        if (session.available() < amount) {
            return Result.rejectedFinally(new InsufficientPoints(session.available(), amount));
        }
        return Result.success(
                Postings.debit(
                        session,
                        entryId,
                        EntryKind.ADJUSTED,
                        SystemAccount.ADJUSTED,
                        session.lots().select(amount, List.of()),
                        EntryDetails.of(caller, command.reason())));
    }
}
