package dev.grapevine.graph.ledger.posting;

import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.Rejection;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.ledger.EntryKind;
import dev.grapevine.graph.ledger.Hold;
import dev.grapevine.graph.ledger.LedgerRejection;
import dev.grapevine.graph.ledger.PointsEntry;
import dev.grapevine.graph.ledger.SystemAccount;
import dev.grapevine.graph.ledger.WalletAccount;
import dev.grapevine.graph.ledger.WalletKey;
import dev.grapevine.graph.ledger.session.EntryDetails;
import dev.grapevine.graph.ledger.session.HoldSession;
import dev.grapevine.graph.ledger.session.LedgerSession;
import dev.grapevine.graph.ledger.session.LotMovement;
import dev.grapevine.graph.ledger.session.LotSelection;
import dev.grapevine.graph.ledger.session.WalletSession;

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
public record CaptureOrReleaseCommand(
        Caller caller, WalletKey wallet, String holdId, @Nullable Long amount)
        implements LedgerCommand {

    @Override
    public List<WalletAccess> walletAccess() {
        return List.of(new WalletAccess(wallet, "holdId", 0));
    }

    @Override
    public Prefetch prefetch() {
        return new Prefetch(holdId, null, null, null, null);
    }

    @Override
    public Result<PointsEntry> decide(LedgerSession ledger, String entryId) {
        var session = ledger.of(wallet);
        var held = Objects.requireNonNull(session.hold(holdId));
        var captured = Objects.requireNonNullElse(amount, held.hold().amount());
        var rejection = refusal(held.hold(), captured);
        if (rejection != null) {
            return Result.rejected(rejection);
        }
        return Result.success(
                captured == 0
                        ? release(session, entryId, held)
                        : capture(session, entryId, held, captured));
    }

    private PointsEntry release(WalletSession session, String entryId, HoldSession held) {
        session.close(held, Hold.State.RELEASED, 0);
        return Postings.release(session, entryId, session.now(), held, held.parts(), note());
    }

    /** Spends what expires soonest; the rest goes back. */
    private PointsEntry capture(
            WalletSession session, String entryId, HoldSession held, long captured) {
        session.close(held, Hold.State.CAPTURED, captured);
        var entry =
                session.post(
                        entryId,
                        session.now(),
                        EntryKind.CAPTURED,
                        session.account(WalletAccount.HELD),
                        SystemAccount.REDEEMED.name(),
                        captured,
                        EntryDetails.of(caller, held.hold().reason()).of(held.hold()));
        LotSelection.cut(captured, held.parts())
                .forEach(
                        lotPart -> session.lots().trace(entry, LotMovement.Type.CONSUMED, lotPart));
        var rest = LotSelection.without(captured, held.parts());
        if (!rest.isEmpty()) {
            Postings.release(
                    session,
                    session.nextEntryId(),
                    session.now(),
                    held,
                    rest,
                    note().because(entryId));
        }
        return entry;
    }

    private EntryDetails note() {
        return EntryDetails.of(caller, "Held points have come back");
    }

    /** What comes back may have expired meanwhile. */
    @Override
    public boolean restores() {
        return true;
    }

    private static @Nullable Rejection refusal(Hold hold, long captured) {
        if (hold.state().equals(Hold.State.EXPIRED.name())) {
            return LedgerRejection.HOLD_EXPIRED;
        }
        if (!hold.isOpen()) {
            return LedgerRejection.HOLD_CLOSED;
        }
        return captured > hold.amount() ? LedgerRejection.CAPTURE_TOO_LARGE : null;
    }
}
