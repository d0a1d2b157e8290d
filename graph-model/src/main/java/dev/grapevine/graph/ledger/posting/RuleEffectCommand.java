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
 * Books what a rule gives: ISSUED → wallet; or takes: wallet → ISSUED as far as the wallet has it,
 * and debt → ISSUED for the rest. What it takes of what it gave before comes from the same lots
 * first; what has expired of them costs the customer nothing more: EXPIRED → ISSUED.
 */
public record RuleEffectCommand(RuleEffect earning) implements LedgerCommand {

    @Override
    public Caller caller() {
        return Caller.SYSTEM;
    }

    private WalletKey wallet() {
        return new WalletKey(earning.customerId(), earning.currency());
    }

    @Override
    public List<WalletAccess> walletAccess() {
        return List.of(new WalletAccess(wallet(), "customer", Math.max(0, -earning.amount())));
    }

    @Override
    public Prefetch prefetch() {
        return takesBack() ? new Prefetch(null, null, null, null, earning.id()) : Prefetch.NONE;
    }

    private boolean takesBack() {
        return earning.isCorrection() && earning.amount() < 0;
    }

    @Override
    public Result<PointsEntry> decide(LedgerSession ledger, String entryId) {
        var session = ledger.of(wallet());
        return earning.amount() > 0
                ? give(session, entryId)
                : Result.success(take(session, entryId, ledger.reversalTarget(earning.id())));
    }

    private EntryDetails note() {
        return EntryDetails.of(caller(), earning.reason())
                .because(earning.activityId())
                .at(earning.occurredAt())
                .under(earning.ruleVersionId(), earning.calculation());
    }

    private Result<PointsEntry> give(WalletSession session, String entryId) {
        if (!session.hasRoomFor(earning.amount())) {
            return Result.rejected(LedgerRejection.BALANCE_TOO_LARGE);
        }
        return Result.success(
                Postings.credit(
                        session,
                        entryId,
                        EntryKind.EARNED,
                        SystemAccount.ISSUED,
                        earning.amount(),
                        note(),
                        session.currency().expiryOf(session.now())));
    }

    /**
     * @param given the entries by which the rule gave it before, if it takes that back
     */
    private PointsEntry take(WalletSession session, String id, List<ReversalTarget> given) {
        var amount = -earning.amount();
        var gone = Math.min(amount, expired(given));
        if (gone == amount) {
            return writeOff(session, id, gone);
        }
        if (gone > 0) {
            writeOff(session, session.nextEntryId(), gone);
        }
        return takeFromCustomer(session, id, amount - gone, given);
    }

    /** What has expired of it and was not written off before. */
    private static long expired(List<ReversalTarget> given) {
        return given.stream()
                .mapToLong(
                        one ->
                                one.entry().is(EntryKind.REVERSED)
                                        ? -one.entry().amount()
                                        : one.expired())
                .sum();
    }

    private PointsEntry writeOff(WalletSession session, String id, long amount) {
        var from = SystemAccount.EXPIRED.name();
        var to = SystemAccount.ISSUED.name();
        return session.post(id, session.now(), EntryKind.REVERSED, from, to, amount, note());
    }

    private PointsEntry takeFromCustomer(
            WalletSession session, String id, long amount, List<ReversalTarget> given) {
        var there = Math.min(amount, session.available());
        if (there == 0) {
            return Postings.owe(session, id, SystemAccount.ISSUED, amount, note());
        }
        var own = given.stream().flatMap(one -> one.lots().stream()).map(LotPart::lot).toList();
        var lotParts = session.lots().parts(there, own);
        var entry =
                Postings.debit(
                        session, id, EntryKind.DEDUCTED, SystemAccount.ISSUED, lotParts, note());
        if (amount > there) {
            var rest = amount - there;
            Postings.owe(session, session.nextEntryId(), SystemAccount.ISSUED, rest, note());
        }
        return entry;
    }
}
