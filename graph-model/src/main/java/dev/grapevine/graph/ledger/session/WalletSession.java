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
import java.util.Objects;
import java.util.Set;

/**
 * One wallet inside a transaction, under its lock: what was loaded, and what the commands of the
 * transaction have made of it. Nothing here knows the database. Whoever changes a book has asked
 * before whether they may: a change that would break it is a bug and throws.
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
        return accounts.sum(WalletAccount.AVAILABLE);
    }

    public long debt() {
        return -accounts.sum(WalletAccount.DEBT);
    }

    public String account(WalletAccount account) {
        return account.of(before.id());
    }

    /** Whether so much more can be counted exactly. */
    public boolean hasRoomFor(long amount) {
        return Math.max(accounts.total(), lifetimeEarned) + amount <= Validation.MAX_AMOUNT;
    }

    public String nextEntryId() {
        return ids.next("pte");
    }

    /** Writes an entry that takes effect now. */
    public PointsEntry post(
            EntryKind kind, String debit, String credit, long amount, EntryDetails details) {
        return post(nextEntryId(), now(), kind, debit, credit, amount, details);
    }

    /** Writes an entry that takes effect at a time, or with the entry before it if later. */
    public PointsEntry post(
            String id,
            OffsetDateTime at,
            EntryKind kind,
            String debit,
            String credit,
            long amount,
            EntryDetails details) {
        var bookedAt = clock.post(at);
        move(kind, debit, credit, amount);
        return append(
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
                                Objects.requireNonNullElse(details.occurredAt(), bookedAt),
                                bookedAt,
                                now(),
                                hash,
                                "",
                                accounts.totalCredited())
                        .sealed());
    }

    private PointsEntry append(PointsEntry entry) {
        hash = entry.hash();
        entries.add(entry);
        return entry;
    }

    private void move(EntryKind kind, String debit, String credit, long amount) {
        accounts.move(debit, credit, amount);
        lifetimeEarned += kind == EntryKind.EARNED ? amount : 0;
        var comesIn = credit.equals(account(WalletAccount.AVAILABLE));
        // What comes in when nothing lapses any more begins to lapse anew.
        if (kind.countsAsActivity() || (comesIn && clock.inactiveExpiresAt() == null)) {
            clock.recordActivity(currency);
        }
    }

    /** Opens a lot for what an entry has brought, to be spent from now on. */
    public void open(PointsEntry by, long amount, OffsetDateTime expiresAt) {
        lots.add(PointsLot.openedBy(by, ids.next("lot"), amount, null, expiresAt), false);
        clock.scheduleEvent(expiresAt);
    }

    /**
     * Opens a lot that cannot be spent yet.
     *
     * @param unlocksAt null if it does not mature by itself
     */
    public void openPending(
            PointsEntry by,
            long amount,
            @Nullable OffsetDateTime unlocksAt,
            OffsetDateTime expiresAt) {
        lots.add(PointsLot.openedBy(by, ids.next("lot"), amount, unlocksAt, expiresAt), true);
        clock.scheduleEvent(unlocksAt);
    }

    /** Everything that was due has happened; besides what is known, the next happens then. */
    void nextEventAt(OffsetDateTime at) {
        clock.nextEventAt(at);
        lots.all().stream().map(OpenLot::nextEvent).forEach(clock::scheduleEvent);
    }

    /** Puts back what was drawn from a lot. */
    public void restore(PointsEntry by, LotPart lotPart) {
        lots.move(by, LotMovement.Type.RESTORED, lotPart);
        clock.scheduleEvent(lotPart.lot().expiresAt());
    }

    /** Gets to know a hold that is stored. */
    void load(HoldSession held) {
        holds.putIfAbsent(held.hold().id(), held);
    }

    public void add(HoldSession held) {
        load(held);
        changedHolds.add(held);
        clock.scheduleEvent(held.hold().expiresAt());
    }

    public void close(HoldSession held, Hold.State outcome, long captured) {
        held.close(outcome, captured);
        changedHolds.add(held);
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

    /** The wallet as it is now. */
    Wallet after() {
        return new Wallet(
                before.id(),
                before.brandId(),
                before.key(),
                before.customerId(),
                before.currency(),
                available(),
                accounts.sum(WalletAccount.PENDING),
                accounts.sum(WalletAccount.HELD),
                debt(),
                lifetimeEarned,
                accounts.totalCredited(),
                before.sequence() + entries.size(),
                hash,
                entries.isEmpty() ? before.bookedAt() : clock.bookedAt(),
                clock.inactiveExpiresAt(),
                clock.nextEventAt());
    }
}
