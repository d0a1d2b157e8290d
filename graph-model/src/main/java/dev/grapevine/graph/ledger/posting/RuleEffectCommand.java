package dev.grapevine.graph.ledger.posting;

import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.ledger.EntryKind;
import dev.grapevine.graph.ledger.LedgerRejection;
import dev.grapevine.graph.ledger.PointsEntry;
import dev.grapevine.graph.ledger.RuleEffect;
import dev.grapevine.graph.ledger.SystemAccount;
import dev.grapevine.graph.ledger.WalletKey;
import dev.grapevine.graph.ledger.session.EntryDetails;
import dev.grapevine.graph.ledger.session.LedgerSession;
import dev.grapevine.graph.ledger.session.LotPart;
import dev.grapevine.graph.ledger.session.WalletSession;

import java.util.List;

/**
 * Posting of a rule effect. Credit: ISSUED → available. Deduction: available → ISSUED as far as the
 * balance suffices, debt → ISSUED beyond. A deduction that corrects an earlier credit draws from
 * the lots of that credit first; its expired points are written off: EXPIRED → ISSUED.
 */
public record RuleEffectCommand(RuleEffect effect) implements LedgerCommand {

    @Override
    public Caller caller() {
        return Caller.SYSTEM;
    }

    private WalletKey wallet() {
        return new WalletKey(effect.customerId(), effect.currency());
    }

    @Override
    public List<WalletAccess> walletAccess() {
        return List.of(new WalletAccess(wallet(), "customer", Math.max(0, -effect.amount())));
    }

    @Override
    public Prefetch prefetch() {
        return isReversal() ? new Prefetch(null, null, null, null, effect.id()) : Prefetch.NONE;
    }

    /** Returns true: points that were earned long ago may have expired since. */
    @Override
    public boolean mayOpenExpired() {
        return effect.amount() > 0;
    }

    private boolean isReversal() {
        return effect.isCorrection() && effect.amount() < 0;
    }

    @Override
    public Result<PointsEntry> decide(LedgerSession ledger, String entryId) {
        var session = ledger.of(wallet());
        return effect.amount() > 0
                ? credit(session, entryId)
                : Result.success(debit(session, entryId, ledger.reversalTargets(effect.id())));
    }

    private EntryDetails details() {
        return EntryDetails.of(caller(), effect.reason())
                .withCause(effect.activityId())
                .withEffectiveAt(effect.effectiveAt())
                .withRule(effect.ruleVersionId(), effect.calculation());
    }

    private Result<PointsEntry> credit(WalletSession session, String entryId) {
        if (!session.hasRoomFor(effect.amount())) {
            return Result.rejected(LedgerRejection.BALANCE_TOO_LARGE.with(effect.amount()));
        }
        return Result.success(
                Postings.credit(
                        session,
                        entryId,
                        EntryKind.EARNED,
                        SystemAccount.ISSUED,
                        effect.amount(),
                        details(),
                        session.currency().expiryOf(effect.effectiveAt(), session.now())));
    }

    /**
     * Debits the customer, after the write-off of expired points.
     *
     * @param posted earlier entries of the rule effect, if the deduction corrects them
     */
    private PointsEntry debit(WalletSession session, String id, List<ReversalTarget> posted) {
        var amount = -effect.amount();
        var expired = Math.min(amount, expired(posted));
        if (expired == amount) {
            return writeOff(session, id, expired);
        }
        if (expired > 0) {
            writeOff(session, session.nextEntryId(), expired);
        }
        return debitCustomer(session, id, amount - expired, posted);
    }

    /** Returns the expired points of earlier entries less those written off before. */
    private static long expired(List<ReversalTarget> posted) {
        return posted.stream()
                .mapToLong(
                        target ->
                                target.entry().is(EntryKind.REVERSED)
                                        ? -target.entry().amount()
                                        : target.expired())
                .sum();
    }

    private PointsEntry writeOff(WalletSession session, String id, long amount) {
        var from = SystemAccount.EXPIRED.name();
        var to = SystemAccount.ISSUED.name();
        return session.post(id, session.now(), EntryKind.REVERSED, from, to, amount, details());
    }

    private PointsEntry debitCustomer(
            WalletSession session, String id, long amount, List<ReversalTarget> posted) {
        var covered = Math.min(amount, session.available());
        if (covered == 0) {
            return Postings.incurDebt(session, id, SystemAccount.ISSUED, amount, details());
        }
        var ownLots =
                posted.stream()
                        .flatMap(target -> target.lots().stream())
                        .map(LotPart::lot)
                        .toList();
        var lotParts = session.lots().select(covered, ownLots);
        var entry =
                Postings.debit(
                        session, id, EntryKind.DEDUCTED, SystemAccount.ISSUED, lotParts, details());
        if (amount > covered) {
            var rest = amount - covered;
            Postings.incurDebt(
                    session, session.nextEntryId(), SystemAccount.ISSUED, rest, details());
        }
        return entry;
    }
}
