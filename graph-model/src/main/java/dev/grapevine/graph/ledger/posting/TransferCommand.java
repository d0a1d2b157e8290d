package dev.grapevine.graph.ledger.posting;

import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.NotFound;
import dev.grapevine.graph.kernel.command.Rejection;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.ledger.EntryKind;
import dev.grapevine.graph.ledger.InsufficientPoints;
import dev.grapevine.graph.ledger.LedgerRejection;
import dev.grapevine.graph.ledger.PointsEntry;
import dev.grapevine.graph.ledger.SystemAccount;
import dev.grapevine.graph.ledger.WalletAccount;
import dev.grapevine.graph.ledger.WalletKey;
import dev.grapevine.graph.ledger.command.TransferPoints;
import dev.grapevine.graph.ledger.session.EntryDetails;
import dev.grapevine.graph.ledger.session.LedgerSession;
import dev.grapevine.graph.ledger.session.WalletSession;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * Gives points of one customer to another: wallet → TRANSFERRED → wallet. The points keep their
 * expiry, so that giving them away and back cannot prolong it.
 */
public record TransferCommand(Caller caller, TransferPoints command) implements LedgerCommand {

    private WalletKey from() {
        return new WalletKey(command.fromCustomerId(), command.currency());
    }

    private WalletKey to() {
        return new WalletKey(command.toCustomerId(), command.currency());
    }

    @Override
    public List<WalletAccess> walletAccess() {
        return List.of(
                new WalletAccess(from(), "sender", command.amount()),
                new WalletAccess(to(), "recipient", 0));
    }

    @Override
    public List<String> allowances(OffsetDateTime now) {
        return List.of(allowance(now));
    }

    private String allowance(OffsetDateTime now) {
        return from().text() + "|given|" + now.toLocalDate();
    }

    @Override
    public Result<PointsEntry> decide(LedgerSession ledger, String entryId) {
        var giver = ledger.of(from());
        var receiver = ledger.of(to());
        var rejection = refusal(ledger, giver, receiver);
        if (rejection != null) {
            return Result.rejected(rejection);
        }
        if (giver.available() < command.amount()) {
            return Result.rejectedFinally(
                    new InsufficientPoints(giver.available(), command.amount()));
        }
        ledger.addUsage(allowance(ledger.now()), command.amount(), giver.before().brandId());
        return Result.success(transfer(giver, receiver, entryId));
    }

    private @Nullable Rejection refusal(
            LedgerSession ledger, WalletSession giver, WalletSession receiver) {
        if (!giver.before().brandId().equals(receiver.before().brandId())) {
            return new NotFound("Customer", command.toCustomerId(), "recipient");
        }
        if (!giver.currency().isTransferable()) {
            return LedgerRejection.NOT_TRANSFERABLE;
        }
        var limit = giver.currency().dailyTransferLimit();
        var used = ledger.usage(allowance(ledger.now()));
        if (limit != null && used + command.amount() > limit) {
            return LedgerRejection.TRANSFER_LIMIT_EXCEEDED;
        }
        return receiver.hasRoomFor(command.amount()) ? null : LedgerRejection.BALANCE_TOO_LARGE;
    }

    private PointsEntry transfer(WalletSession giver, WalletSession receiver, String entryId) {
        var details = EntryDetails.of(caller, command.reason());
        var lotParts = giver.lots().parts(command.amount(), List.of());
        var given =
                Postings.debit(
                        giver,
                        entryId,
                        EntryKind.TRANSFERRED_OUT,
                        SystemAccount.TRANSFERRED,
                        lotParts,
                        details);
        var received =
                receiver.post(
                        EntryKind.TRANSFERRED_IN,
                        SystemAccount.TRANSFERRED.name(),
                        receiver.account(WalletAccount.AVAILABLE),
                        command.amount(),
                        details.because(given.id()));
        lotParts.forEach(
                lotPart -> receiver.open(received, lotPart.amount(), lotPart.lot().expiresAt()));
        Postings.repay(receiver, received);
        return given;
    }
}
