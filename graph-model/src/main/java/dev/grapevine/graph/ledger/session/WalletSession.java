package dev.grapevine.graph.ledger.session;

import dev.grapevine.graph.kernel.Ids;
import dev.grapevine.graph.kernel.command.Validation;
import dev.grapevine.graph.ledger.EntryKind;
import dev.grapevine.graph.ledger.Hold;
import dev.grapevine.graph.ledger.PointsEntry;
import dev.grapevine.graph.ledger.PointsLot;
import dev.grapevine.graph.ledger.Wallet;
import dev.grapevine.graph.ledger.WalletAccount;
import dev.grapevine.graph.ledger.currency.Currency;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * State of one wallet within a transaction, under its lock. Commands check their preconditions
 * before they change a session; a change that would break an invariant is a bug and throws.
 */
public final class WalletSession {

    private final Wallet before;
    private final Currency currency;
    private final Ids ids;
    private final WalletClock clock;
    private final AccountBalances accounts;
    private final LotSelection lots = new LotSelection();
    private final Map<String, HoldSession> holds = new LinkedHashMap<>();
    private final Set<HoldSession> changedHolds = new LinkedHashSet<>();
    private final List<PointsEntry> entries = new ArrayList<>();
    private long lifetimeEarned;
    private String hash;

    WalletSession(Wallet before, Currency currency, Ids ids, OffsetDateTime now) {
        this.before = before;
        this.currency = currency;
        this.ids = ids;
        this.clock = new WalletClock(before, now);
        accounts = new AccountBalances(before);
        lifetimeEarned = before.lifetimeEarned();
        hash = before.hash();
    }

    public Wallet before() {
        return before;
    }

    public Currency currency() {
        return currency;
    }

    public LotSelection lots() {
        return lots;
    }

    public WalletClock clock() {
        return clock;
    }

    public OffsetDateTime now() {
        return clock.now();
    }

    public long available() {
        return accounts.balance(WalletAccount.AVAILABLE);
    }

    public long debt() {
        return -accounts.balance(WalletAccount.DEBT);
    }

    public String account(WalletAccount account) {
        return account.of(before.id());
    }

    /** Returns true if no total of the wallet would exceed {@link Validation#MAX_AMOUNT}. */
    public boolean hasRoomFor(long amount) {
        return Math.max(accounts.total(), lifetimeEarned) + amount <= Validation.MAX_AMOUNT;
    }

    public String nextEntryId() {
        return ids.next("pte");
    }

    /** Posts an entry that is booked now. */
    public PointsEntry post(
            EntryKind kind, String debit, String credit, long amount, EntryDetails details) {
        return post(nextEntryId(), now(), kind, debit, credit, amount, details);
    }

    /**
     * Posts an entry that is booked at a time, or with the previous entry if that is later. It took
     * effect at the time in its details, or else at the given time, but not after it was booked.
     */
    public PointsEntry post(
            String id,
            OffsetDateTime at,
            EntryKind kind,
            String debit,
            String credit,
            long amount,
            EntryDetails details) {
        var bookedAt = clock.advanceTo(at);
        move(kind, debit, credit, amount);
        var entry =
                new PointsEntry(
                                id,
                                before.brandId(),
                                before.id(),
                                before.sequence() + entries.size() + 1,
                                kind.name(),
                                debit,
                                credit,
                                currency.code(),
                                amount,
                                available(),
                                details.reason(),
                                details.source(),
                                details.recordedBy(),
                                details.causedBy(),
                                details.reverses(),
                                details.holdId(),
                                details.ruleVersionId(),
                                details.calculation(),
                                clock.effectiveAt(details.effectiveAt(), at),
                                bookedAt,
                                now(),
                                "",
                                accounts.totalCredited())
                        .sealed(hash);
        hash = entry.hash();
        entries.add(entry);
        return entry;
    }

    private void move(EntryKind kind, String debit, String credit, long amount) {
        accounts.move(debit, credit, amount);
        lifetimeEarned += kind == EntryKind.EARNED ? amount : 0;
        var isCredit = credit.equals(account(WalletAccount.AVAILABLE));
        // A credit after the expiry for inactivity starts a new period.
        if (kind.countsAsActivity() || (isCredit && clock.inactiveExpiresAt() == null)) {
            clock.recordActivity(currency);
        }
    }

    /** Opens a lot for the credit of an entry. */
    public void open(PointsEntry by, long amount, OffsetDateTime expiresAt) {
        lots.add(PointsLot.openedBy(by, () -> ids.next("lot"), amount, null, expiresAt), false);
        clock.scheduleEvent(expiresAt);
    }

    /**
     * Opens a pending lot.
     *
     * @param unlocksAt time of automatic unlocking; null if the lot awaits confirmation
     */
    public void openPending(
            PointsEntry by,
            long amount,
            @Nullable OffsetDateTime unlocksAt,
            OffsetDateTime expiresAt) {
        lots.add(PointsLot.openedBy(by, () -> ids.next("lot"), amount, unlocksAt, expiresAt), true);
        clock.scheduleEvent(unlocksAt);
    }

    /**
     * Sets the time of the next due event, after all due events were written.
     *
     * @param at time of the next event outside the loaded lots
     */
    void resetNextEvent(OffsetDateTime at) {
        clock.resetNextEvent(at);
        lots.all().stream().map(OpenLot::nextEvent).forEach(clock::scheduleEvent);
    }

    /** Restores points that were drawn from a lot. */
    public void restore(PointsEntry by, LotPart lotPart) {
        lots.move(by, LotMovement.Type.RESTORED, lotPart);
        clock.scheduleEvent(lotPart.lot().expiresAt());
    }

    /** Adds a stored hold. */
    void load(HoldSession hold) {
        holds.putIfAbsent(hold.hold().id(), hold);
    }

    public void add(HoldSession hold) {
        load(hold);
        changedHolds.add(hold);
        clock.scheduleEvent(hold.hold().expiresAt());
    }

    /** Puts a hold into a final state. */
    public void close(HoldSession hold, Hold.State state, long captured) {
        hold.close(state, captured);
        changedHolds.add(hold);
    }

    public @Nullable HoldSession hold(String id) {
        return holds.get(id);
    }

    public Collection<HoldSession> holds() {
        return holds.values();
    }

    Collection<HoldSession> changedHolds() {
        return changedHolds;
    }

    boolean isDirty() {
        return !entries.isEmpty() || !after().equals(before);
    }

    List<PointsEntry> entries() {
        return entries;
    }

    /** Returns the wallet with all changes. */
    Wallet after() {
        return new Wallet(
                before.id(),
                before.brandId(),
                before.key(),
                before.customerId(),
                before.currency(),
                available(),
                accounts.balance(WalletAccount.PENDING),
                accounts.balance(WalletAccount.HELD),
                debt(),
                lifetimeEarned,
                accounts.totalCredited(),
                before.sequence() + entries.size(),
                hash,
                entries.isEmpty() ? before.bookedAt() : clock.bookedAt(),
                clock.latestEffectiveAt(),
                clock.inactiveExpiresAt(),
                clock.nextEventAt());
    }
}
