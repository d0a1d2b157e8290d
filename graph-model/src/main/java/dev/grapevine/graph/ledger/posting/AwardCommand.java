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
import java.util.Objects;

/**
 * Award of points: ISSUED → available, or ISSUED → pending.
 *
 * @param causeWallet wallet of the causing entry; null if no entry is named as cause
 */
public record AwardCommand(Caller caller, AwardPoints command, @Nullable WalletKey causeWallet)
        implements LedgerCommand {

    private WalletKey wallet() {
        return new WalletKey(command.customer(), command.currency());
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
    public List<String> limitKeys(OffsetDateTime now) {
        return limits(now).stream().map(Limit::key).toList();
    }

    @Override
    public Prefetch prefetch() {
        return new Prefetch(null, null, command.causedBy(), null, null);
    }

    /**
     * Limit of the caller whose use is counted.
     *
     * @param max maximum points that the caller may award within the scope
     */
    private record Limit(String name, String key, long max) {}

    private List<Limit> limits(OffsetDateTime now) {
        var limits = new ArrayList<Limit>();
        var scope = caller.id() + "|" + command.currency() + "|";
        if (caller.limits().total() != null) {
            limits.add(new Limit("in total", scope + "total", caller.limits().total()));
        }
        if (caller.limits().perCustomerPerDay() != null) {
            limits.add(
                    new Limit(
                            "per customer and day",
                            scope + command.customer() + "|" + now.toLocalDate(),
                            caller.limits().perCustomerPerDay()));
        }
        return limits;
    }

    @Override
    public Result<PointsEntry> decide(LedgerSession ledger, String entryId) {
        var session = ledger.of(wallet());
        var rejection = rejection(ledger, session);
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

    private @Nullable Rejection rejection(LedgerSession ledger, WalletSession session) {
        if (command.causedBy() != null) {
            var cause = ledger.cause(command.causedBy());
            if (cause == null || !cause.brandId().equals(session.before().brandId())) {
                return new NotFound("Cause", command.causedBy(), "causedBy");
            }
            if (cause.isReversed()) {
                return LedgerRejection.CAUSE_REVERSED.with(command.causedBy());
            }
        }
        var availableAt = availableAt(session);
        var expiresAt = command.expiresAt();
        if (expiresAt != null && !Times.utc(expiresAt).isAfter(availableAt)) {
            return new InvalidInput(
                    List.of("expiresAt"),
                    "expiresAt "
                            + Times.utc(expiresAt)
                            + " is not after availableAt "
                            + availableAt
                            + ".");
        }
        if (!session.hasRoomFor(command.amount())) {
            return LedgerRejection.BALANCE_TOO_LARGE.with(command.amount());
        }
        var perCall = caller.limits().perCall();
        if (perCall != null && command.amount() > perCall) {
            return new AwardLimitExceeded("per call", command.amount(), perCall, perCall);
        }
        return limits(ledger.now()).stream()
                .filter(limit -> ledger.usage(limit.key()) + command.amount() > limit.max())
                .findFirst()
                .map(limit -> exceeded(limit, ledger.usage(limit.key())))
                .orElse(null);
    }

    private Rejection exceeded(Limit limit, long used) {
        return new AwardLimitExceeded(
                limit.name(), command.amount(), limit.max(), Math.max(0, limit.max() - used));
    }

    private PointsEntry award(WalletSession session, String entryId) {
        var details =
                EntryDetails.of(caller, command.reason())
                        .withSource(command.source())
                        .withCause(command.causedBy())
                        .withEffectiveAt(command.occurredAt());
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
        session.openPending(entry, command.amount(), unlocksAt(), expiresAt(session));
        return entry;
    }

    private @Nullable OffsetDateTime unlocksAt() {
        return command.availableAt() == null ? null : Times.utc(command.availableAt());
    }

    private boolean isPending(WalletSession session) {
        var at = unlocksAt();
        return at == null ? command.awaitsConfirmation() : at.isAfter(session.now());
    }

    private OffsetDateTime availableAt(WalletSession session) {
        var at = unlocksAt();
        return at == null || at.isBefore(session.now()) ? session.now() : at;
    }

    /** Returns the expiry; points that await confirmation get theirs when they are confirmed. */
    private OffsetDateTime expiresAt(WalletSession session) {
        if (command.expiresAt() != null) {
            return Times.utc(command.expiresAt());
        }
        if (isPending(session)) {
            return unlocksAt() == null
                    ? PointsLot.NEVER
                    : session.currency().expiryOf(availableAt(session));
        }
        var occurredAt = Objects.requireNonNullElse(command.occurredAt(), session.now());
        return session.currency().expiryOf(Times.utc(occurredAt), session.now());
    }

    /** Returns true: points that were earned long ago may have expired since. */
    @Override
    public boolean mayOpenExpired() {
        return command.occurredAt() != null;
    }
}
