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
 * Capture of a hold, held → REDEEMED, with release of the rest; or release of the whole hold, held
 * → available.
 *
 * @param wallet wallet of the hold
 * @param amount points to capture; 0 to release the hold, null to capture all of it
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
        var hold = Objects.requireNonNull(session.hold(holdId));
        var captured = Objects.requireNonNullElse(amount, hold.hold().amount());
        var rejection = rejection(hold.hold(), captured);
        if (rejection != null) {
            return Result.rejected(rejection);
        }
        return Result.success(
                captured == 0
                        ? release(session, entryId, hold)
                        : capture(session, entryId, hold, captured));
    }

    private PointsEntry release(WalletSession session, String entryId, HoldSession hold) {
        session.close(hold, Hold.State.RELEASED, 0);
        return Postings.release(session, entryId, session.now(), hold, hold.parts(), details());
    }

    /** Captures from the lots that expire soonest and releases the rest. */
    private PointsEntry capture(
            WalletSession session, String entryId, HoldSession hold, long captured) {
        session.close(hold, Hold.State.CAPTURED, captured);
        var entry =
                session.post(
                        entryId,
                        session.now(),
                        EntryKind.CAPTURED,
                        session.account(WalletAccount.HELD),
                        SystemAccount.REDEEMED.name(),
                        captured,
                        EntryDetails.of(caller, hold.hold().reason()).withHold(hold.hold()));
        LotSelection.firstOf(captured, hold.parts())
                .forEach(
                        lotPart ->
                                session.lots()
                                        .recordMovement(entry, LotMovement.Type.CONSUMED, lotPart));
        var rest = LotSelection.restOf(captured, hold.parts());
        if (!rest.isEmpty()) {
            Postings.release(
                    session,
                    session.nextEntryId(),
                    session.now(),
                    hold,
                    rest,
                    details().withCause(entryId));
        }
        return entry;
    }

    private EntryDetails details() {
        return EntryDetails.of(caller, "The hold has been released");
    }

    /** Returns true: released points may have expired during the hold. */
    @Override
    public boolean mayOpenExpired() {
        return true;
    }

    private static @Nullable Rejection rejection(Hold hold, long captured) {
        if (hold.state().equals(Hold.State.EXPIRED.name())) {
            return LedgerRejection.HOLD_EXPIRED.with(hold.id(), hold.expiresAt());
        }
        if (!hold.isOpen()) {
            return LedgerRejection.HOLD_CLOSED.with(hold.id(), hold.state());
        }
        if (captured > hold.amount()) {
            return LedgerRejection.CAPTURE_TOO_LARGE.with(captured, hold.amount(), hold.id());
        }
        return null;
    }
}
