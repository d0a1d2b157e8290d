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
 * Transfer of points to another customer: available → TRANSFERRED → available. The points keep
 * their expiry, so that transfers cannot prolong it.
 */
public record TransferCommand(Caller caller, TransferPoints command) implements LedgerCommand {

    private WalletKey from() {
        return new WalletKey(command.sender(), command.currency());
    }

    private WalletKey to() {
        return new WalletKey(command.recipient(), command.currency());
    }

    @Override
    public List<WalletAccess> walletAccess() {
        return List.of(
                new WalletAccess(from(), "sender", command.amount()),
                new WalletAccess(to(), "recipient", 0));
    }

    @Override
    public List<String> limitKeys(OffsetDateTime now) {
        return List.of(limitKey(now));
    }

    private String limitKey(OffsetDateTime now) {
        return from().text() + "|transferred|" + now.toLocalDate();
    }

    @Override
    public Result<PointsEntry> decide(LedgerSession ledger, String entryId) {
        var sender = ledger.of(from());
        var recipient = ledger.of(to());
        var rejection = rejection(ledger, sender, recipient);
        if (rejection != null) {
            return Result.rejected(rejection);
        }
        if (sender.available() < command.amount()) {
            return Result.rejectedFinally(
                    new InsufficientPoints(sender.available(), command.amount()));
        }
        ledger.addUsage(limitKey(ledger.now()), command.amount(), sender.before().brandId());
        return Result.success(transfer(sender, recipient, entryId));
    }

    private @Nullable Rejection rejection(
            LedgerSession ledger, WalletSession sender, WalletSession recipient) {
        if (!sender.before().brandId().equals(recipient.before().brandId())) {
            return new NotFound("Customer", command.recipient(), "recipient");
        }
        if (!sender.currency().isTransferable()) {
            return LedgerRejection.NOT_TRANSFERABLE.with(command.currency());
        }
        var limit = sender.currency().dailyTransferLimit();
        var used = ledger.usage(limitKey(ledger.now()));
        if (limit != null && used + command.amount() > limit) {
            return LedgerRejection.TRANSFER_LIMIT_EXCEEDED.with(
                    command.amount(), Math.max(0, limit - used), limit);
        }
        return recipient.hasRoomFor(command.amount())
                ? null
                : LedgerRejection.BALANCE_TOO_LARGE.with(command.amount());
    }

    private PointsEntry transfer(WalletSession sender, WalletSession recipient, String entryId) {
        var details = EntryDetails.of(caller, command.reason());
        var lotParts = sender.lots().select(command.amount(), List.of());
        var debit =
                Postings.debit(
                        sender,
                        entryId,
                        EntryKind.TRANSFERRED_OUT,
                        SystemAccount.TRANSFERRED,
                        lotParts,
                        details);
        var credit =
                recipient.post(
                        EntryKind.TRANSFERRED_IN,
                        SystemAccount.TRANSFERRED.name(),
                        recipient.account(WalletAccount.AVAILABLE),
                        command.amount(),
                        details.withCause(debit.id()));
        lotParts.forEach(
                lotPart -> recipient.open(credit, lotPart.amount(), lotPart.lot().expiresAt()));
        Postings.repayDebt(recipient, credit);
        return debit;
    }
}
