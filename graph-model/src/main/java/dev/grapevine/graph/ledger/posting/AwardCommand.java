package dev.grapevine.graph.ledger.posting;

import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.InvalidInput;
import dev.grapevine.graph.kernel.command.NotFound;
import dev.grapevine.graph.kernel.command.Rejection;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.ledger.AwardLimitExceeded;
import dev.grapevine.graph.ledger.EntryKind;
import dev.grapevine.graph.ledger.LedgerRejection;
import dev.grapevine.graph.ledger.PointsEntry;
import dev.grapevine.graph.ledger.PointsLot;
import dev.grapevine.graph.ledger.SystemAccount;
import dev.grapevine.graph.ledger.WalletAccount;
import dev.grapevine.graph.ledger.WalletKey;
import dev.grapevine.graph.ledger.command.AwardPoints;
import dev.grapevine.graph.ledger.session.EntryDetails;
import dev.grapevine.graph.ledger.session.LedgerSession;
import dev.grapevine.graph.ledger.session.WalletSession;


import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives points: ISSUED → wallet, or → pending.
 *
 * @param causeWallet the wallet of the entry that causes it; null if no entry does
 */
public record AwardCommand(Caller caller, AwardPoints command, @Nullable WalletKey causeWallet)
        implements LedgerCommand {

    private WalletKey wallet() {
        return new WalletKey(command.customerId(), command.currency());
    }

    @Override
    public List<WalletAccess> walletAccess() {
        var walletAccesses = new ArrayList<WalletAccess>();
        walletAccesses.add(new WalletAccess(wallet(), "customer", 0));
        if (causeWallet != null) {
            walletAccesses.add(new WalletAccess(causeWallet, "causedBy", 0));
        }
        return walletAccesses;
    }

    @Override
    public List<String> allowances(OffsetDateTime now) {
        return limits(now).stream().map(Limit::key).toList();
    }

    @Override
    public Prefetch prefetch() {
        return new Prefetch(null, null, command.causedBy(), null, null);
    }

    /** A limit of the caller that is counted. */
    private record Limit(String name, String key, long most) {}

    private List<Limit> limits(OffsetDateTime now) {
        var limits = new ArrayList<Limit>();
        var scope = caller.id() + "|" + command.currency() + "|";
        if (caller.limits().total() != null) {
            limits.add(new Limit("in all", scope + "total", caller.limits().total()));
        }
        if (caller.limits().perCustomerPerDay() != null) {
            limits.add(
                    new Limit(
                            "to one customer in a day",
                            scope + command.customerId() + "|" + now.toLocalDate(),
                            caller.limits().perCustomerPerDay()));
        }
        return limits;
    }

    @Override
    public Result<PointsEntry> decide(LedgerSession ledgerSession, String entryId) {
        var walletSession = ledgerSession.of(wallet());
        var rejection = refusal(ledgerSession, walletSession);
        if (rejection != null) {
            return Result.rejected(rejection);
        }
        limits(ledgerSession.now())
                .forEach(
                        limit ->
                                ledgerSession.addUsage(
                                        limit.key(),
                                        command.amount(),
                                        walletSession.before().brandId()));
        return Result.success(award(walletSession, entryId));
    }

    private @Nullable Rejection refusal(LedgerSession ledgerSession, WalletSession walletSession) {
        if (command.causedBy() != null) {
            var cause = ledgerSession.cause(command.causedBy());
            if (cause == null || !cause.brandId().equals(walletSession.before().brandId())) {
                return new NotFound("Cause", command.causedBy(), "causedBy");
            }
            if (cause.isReversed()) {
                return LedgerRejection.CAUSE_REVERSED;
            }
        }
        if (!expiresAt(walletSession).isAfter(availableAt(walletSession))) {
            return new InvalidInput(List.of("expiresAt"), "Would expire before it is available.");
        }
        if (!walletSession.hasRoomFor(command.amount())) {
            return LedgerRejection.BALANCE_TOO_LARGE;
        }
        var perCall = caller.limits().perCall();
        if (perCall != null && command.amount() > perCall) {
            return new AwardLimitExceeded("in one call", perCall, perCall);
        }
        return limits(ledgerSession.now()).stream()
                .filter(limit -> ledgerSession.usage(limit.key()) + command.amount() > limit.most())
                .findFirst()
                .map(limit -> exceeded(limit, ledgerSession.usage(limit.key())))
                .orElse(null);
    }

    private static Rejection exceeded(Limit limit, long used) {
        return new AwardLimitExceeded(limit.name(), limit.most(), Math.max(0, limit.most() - used));
    }

    private PointsEntry award(WalletSession walletSession, String entryId) {
        var entryDetails =
                EntryDetails.of(caller, command.reason())
                        .from(command.source())
                        .because(command.causedBy())
                        .at(command.occurredAt());
        if (!isPending(walletSession)) {
            return Postings.credit(
                    walletSession,
                    entryId,
                    EntryKind.EARNED,
                    SystemAccount.ISSUED,
                    command.amount(),
                    entryDetails,
                    expiresAt(walletSession));
        }
        var entry =
                walletSession.post(
                        entryId,
                        walletSession.now(),
                        EntryKind.EARNED,
                        SystemAccount.ISSUED.name(),
                        walletSession.account(WalletAccount.PENDING),
                        command.amount(),
                        entryDetails);
        walletSession.openPending(entry, command.amount(), maturesAt(), expiresAt(walletSession));
        return entry;
    }

    private @Nullable OffsetDateTime maturesAt() {
        return command.availableAt() == null ? null : Times.utc(command.availableAt());
    }

    private boolean isPending(WalletSession walletSession) {
        var at = maturesAt();
        return at == null ? command.awaitsConfirmation() : at.isAfter(walletSession.now());
    }

    private OffsetDateTime availableAt(WalletSession walletSession) {
        var at = maturesAt();
        return at == null || at.isBefore(walletSession.now()) ? walletSession.now() : at;
    }

    /** What waits to be confirmed gets its expiry then. */
    private OffsetDateTime expiresAt(WalletSession walletSession) {
        if (command.expiresAt() != null) {
            return Times.utc(command.expiresAt());
        }
        return isPending(walletSession) && maturesAt() == null
                ? PointsLot.NEVER
                : walletSession.currency().expiryOf(availableAt(walletSession));
    }
}
