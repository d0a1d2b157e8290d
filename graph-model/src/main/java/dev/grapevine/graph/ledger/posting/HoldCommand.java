package dev.grapevine.graph.ledger.posting;

import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.InvalidInput;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.ledger.EntryKind;
import dev.grapevine.graph.ledger.Hold;
import dev.grapevine.graph.ledger.InsufficientPoints;
import dev.grapevine.graph.ledger.PointsEntry;
import dev.grapevine.graph.ledger.WalletAccount;
import dev.grapevine.graph.ledger.WalletKey;
import dev.grapevine.graph.ledger.command.HoldPoints;
import dev.grapevine.graph.ledger.session.EntryDetails;
import dev.grapevine.graph.ledger.session.HoldSession;
import dev.grapevine.graph.ledger.session.LedgerSession;
import dev.grapevine.graph.ledger.session.LotMovement;
import dev.grapevine.graph.ledger.session.WalletSession;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * Placement of a hold: available → held.
 *
 * @param holdId id of the new hold
 */
public record HoldCommand(Caller caller, HoldPoints command, String holdId)
        implements LedgerCommand {

    static final Duration DEFAULT_DURATION = Duration.ofMinutes(15);
    static final Duration MAX_DURATION = Duration.ofDays(30);

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
        var expiresAt = expiresAt(session);
        if (!expiresAt.isAfter(session.now())
                || expiresAt.isAfter(session.now().plus(MAX_DURATION))) {
            return Result.rejected(
                    new InvalidInput(
                            List.of("expiresAt"),
                            "expiresAt " + expiresAt + " is not within 30 days from now."));
        }
        if (session.available() < command.amount()) {
            return Result.rejectedFinally(
                    new InsufficientPoints(session.available(), command.amount()));
        }
        var hold = hold(session, entryId, expiresAt);
        var lotParts = session.lots().select(command.amount(), List.of());
        var entry =
                session.post(
                        entryId,
                        session.now(),
                        EntryKind.HELD,
                        session.account(WalletAccount.AVAILABLE),
                        session.account(WalletAccount.HELD),
                        command.amount(),
                        EntryDetails.of(caller, command.reason())
                                .withSource(command.source())
                                .withHold(hold));
        lotParts.forEach(lotPart -> session.lots().move(entry, LotMovement.Type.HELD, lotPart));
        session.add(new HoldSession(hold, lotParts));
        return Result.success(entry);
    }

    private Hold hold(WalletSession session, String entryId, OffsetDateTime expiresAt) {
        var wallet = session.before();
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
                session.now(),
                expiresAt);
    }

    private OffsetDateTime expiresAt(WalletSession session) {
        return command.expiresAt() == null
                ? session.now().plus(DEFAULT_DURATION)
                : Times.utc(command.expiresAt());
    }
}
