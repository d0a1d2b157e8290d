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
    public Result<PointsEntry> decide(LedgerSession ledger, String entryId) {
        var session = ledger.of(wallet());
        var rejection = refusal(ledger, session);
        if (rejection != null) {
            return Result.rejected(rejection);
        }
        limits(ledger.now())
                .forEach(
                        limit ->
                                ledger.addUsage(
                                        limit.key(), command.amount(), session.before().brandId()));
        return Result.success(award(session, entryId));
    }

    private @Nullable Rejection refusal(LedgerSession ledger, WalletSession session) {
        if (command.causedBy() != null) {
            var cause = ledger.cause(command.causedBy());
            if (cause == null || !cause.brandId().equals(session.before().brandId())) {
                return new NotFound("Cause", command.causedBy(), "causedBy");
            }
            if (cause.isReversed()) {
                return LedgerRejection.CAUSE_REVERSED;
            }
        }
        if (!expiresAt(session).isAfter(availableAt(session))) {
            return new InvalidInput(List.of("expiresAt"), "Would expire before it is available.");
        }
        if (!session.hasRoomFor(command.amount())) {
            return LedgerRejection.BALANCE_TOO_LARGE;
        }
        var perCall = caller.limits().perCall();
        if (perCall != null && command.amount() > perCall) {
            return new AwardLimitExceeded("in one call", perCall, perCall);
        }
        return limits(ledger.now()).stream()
                .filter(limit -> ledger.usage(limit.key()) + command.amount() > limit.most())
                .findFirst()
                .map(limit -> exceeded(limit, ledger.usage(limit.key())))
                .orElse(null);
    }

    private static Rejection exceeded(Limit limit, long used) {
        return new AwardLimitExceeded(limit.name(), limit.most(), Math.max(0, limit.most() - used));
    }

    private PointsEntry award(WalletSession session, String entryId) {
        var details =
                EntryDetails.of(caller, command.reason())
                        .from(command.source())
                        .because(command.causedBy())
                        .at(command.occurredAt());
        if (!isPending(session)) {
            return Postings.credit(
                    session,
                    entryId,
                    EntryKind.EARNED,
                    SystemAccount.ISSUED,
                    command.amount(),
                    details,
                    expiresAt(session));
        }
        var entry =
                session.post(
                        entryId,
                        session.now(),
                        EntryKind.EARNED,
                        SystemAccount.ISSUED.name(),
                        session.account(WalletAccount.PENDING),
                        command.amount(),
                        details);
        session.openPending(entry, command.amount(), maturesAt(), expiresAt(session));
        return entry;
    }

    private @Nullable OffsetDateTime maturesAt() {
        return command.availableAt() == null ? null : Times.utc(command.availableAt());
    }

    private boolean isPending(WalletSession session) {
        var at = maturesAt();
        return at == null ? command.awaitsConfirmation() : at.isAfter(session.now());
    }

    private OffsetDateTime availableAt(WalletSession session) {
        var at = maturesAt();
        return at == null || at.isBefore(session.now()) ? session.now() : at;
    }

    /** What waits to be confirmed gets its expiry then. */
    private OffsetDateTime expiresAt(WalletSession session) {
        if (command.expiresAt() != null) {
            return Times.utc(command.expiresAt());
        }
        return isPending(session) && maturesAt() == null
                ? PointsLot.NEVER
                : session.currency().expiryOf(availableAt(session));
    }
}
