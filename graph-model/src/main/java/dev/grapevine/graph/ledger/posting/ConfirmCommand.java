package dev.grapevine.graph.ledger.posting;

import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.ledger.LedgerRejection;
import dev.grapevine.graph.ledger.PointsEntry;
import dev.grapevine.graph.ledger.WalletKey;
import dev.grapevine.graph.ledger.command.ConfirmPoints;
import dev.grapevine.graph.ledger.session.EntryDetails;
import dev.grapevine.graph.ledger.session.LedgerSession;

import java.util.List;

/**
 * Confirmation of pending points: pending → available.
 *
 * @param wallet wallet of the pending points
 */
public record ConfirmCommand(Caller caller, WalletKey wallet, ConfirmPoints command)
        implements LedgerCommand {

    @Override
    public List<WalletAccess> walletAccess() {
        return List.of(new WalletAccess(wallet, "entryId", 0));
    }

    @Override
    public Prefetch prefetch() {
        return new Prefetch(null, command.entryId(), null, null, null);
    }

    @Override
    public Result<PointsEntry> decide(LedgerSession ledger, String entryId) {
        var lot = ledger.pendingLot(wallet, command.entryId());
        if (lot == null) {
            return Result.rejected(LedgerRejection.NOT_PENDING.with(command.entryId()));
        }
        var session = ledger.of(wallet);
        var details = EntryDetails.of(caller, "The points were confirmed");
        return Result.success(Postings.unlock(session, entryId, session.now(), lot, details));
    }

    /** Returns true: points that are confirmed late may have expired before. */
    @Override
    public boolean mayOpenExpired() {
        return true;
    }
}
