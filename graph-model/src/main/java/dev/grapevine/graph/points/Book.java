package dev.grapevine.graph.points;

import dev.grapevine.graph.kernel.Ids;
import dev.grapevine.graph.kernel.Inputs;

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
final class Book {

    private final Wallet before;
    private final Currency currency;
    private final Ids ids;
    private final BookDates dates;
    private final BookAccounts accounts;
    private final BookLots lots = new BookLots();
    private final Map<String, HeldPoints> holds = new LinkedHashMap<>();
    private final Set<HeldPoints> changedHolds = new LinkedHashSet<>();
    private final List<PointsEntry> entries = new ArrayList<>();
    private long lifetimeEarned;
    private String hash;

    Book(Wallet before, Currency currency, Ids ids, OffsetDateTime now) {
        this.before = before;
        this.currency = currency;
        this.ids = ids;
        this.dates = new BookDates(before, now);
        accounts = new BookAccounts(before);
        lifetimeEarned = before.lifetimeEarned();
        hash = before.hash();
    }

    /** Part of a lot: at least 1 point of it. */
    record Part(LotState lot, long amount) {}

    Wallet before() {
        return before;
    }

    Currency currency() {
        return currency;
    }

    BookLots lots() {
        return lots;
    }

    BookDates dates() {
        return dates;
    }

    OffsetDateTime now() {
        return dates.now();
    }

    long available() {
        return accounts.sum(WalletAccount.AVAILABLE);
    }

    long debt() {
        return -accounts.sum(WalletAccount.DEBT);
    }

    String account(WalletAccount account) {
        return account.of(before.id());
    }

    /** Whether so much more can be counted exactly. */
    boolean hasRoomFor(long amount) {
        return Math.max(accounts.total(), lifetimeEarned) + amount <= Inputs.LARGEST;
    }

    String nextEntryId() {
        return ids.next("pte");
    }

    /** Writes an entry that takes effect now. */
    PointsEntry post(EntryKind kind, String debit, String credit, long amount, Note note) {
        return post(nextEntryId(), now(), kind, debit, credit, amount, note);
    }

    /** Writes an entry that takes effect at a time, or with the entry before it if later. */
    PointsEntry post(
            String id,
            OffsetDateTime at,
            EntryKind kind,
            String debit,
            String credit,
            long amount,
            Note note) {
        var bookedAt = dates.book(at);
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
                                note.reason(),
                                note.source(),
                                note.recordedBy(),
                                note.becauseOf(),
                                note.reverses(),
                                note.holdId(),
                                note.ruleVersionId(),
                                note.working(),
                                Objects.requireNonNullElse(note.occurredAt(), bookedAt),
                                bookedAt,
                                now(),
                                hash,
                                "",
                                accounts.cameIn())
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
        if (kind.isLifeSign() || (comesIn && dates.lapsesAt() == null)) {
            dates.renew(currency);
        }
    }

    /** Opens a lot for what an entry has brought, to be spent from now on. */
    void open(PointsEntry by, long amount, OffsetDateTime expiresAt) {
        open(by, amount, false, null, expiresAt);
        dates.dueBy(expiresAt);
    }

    /**
     * Opens a lot that cannot be spent yet.
     *
     * @param maturesAt null if it does not mature by itself
     */
    void openPending(
            PointsEntry by,
            long amount,
            @Nullable OffsetDateTime maturesAt,
            OffsetDateTime expiresAt) {
        open(by, amount, true, maturesAt, expiresAt);
        dates.dueBy(maturesAt);
    }

    private void open(
            PointsEntry by,
            long amount,
            boolean isPending,
            @Nullable OffsetDateTime maturesAt,
            OffsetDateTime expiresAt) {
        var lot = Lot.openedBy(by, ids.next("lot"), amount, maturesAt, expiresAt);
        lots.add(lot, isPending);
    }

    /** Everything that was due has happened; besides what is known, the next happens then. */
    void dueNextAt(OffsetDateTime at) {
        dates.dueNextAt(at);
        lots.all().stream().map(LotState::nextEvent).forEach(dates::dueBy);
    }

    /** Puts back what was drawn from a lot. */
    void restore(PointsEntry by, Part part) {
        lots.move(by, Move.Type.RESTORED, part);
        dates.dueBy(part.lot().expiresAt());
    }

    /** Gets to know a hold that is stored. */
    void know(HeldPoints held) {
        holds.putIfAbsent(held.hold().id(), held);
    }

    void add(HeldPoints held) {
        know(held);
        changedHolds.add(held);
        dates.dueBy(held.hold().expiresAt());
    }

    void close(HeldPoints held, Hold.State outcome, long captured) {
        held.close(outcome, captured);
        changedHolds.add(held);
    }

    @Nullable HeldPoints hold(String id) {
        return holds.get(id);
    }

    Collection<HeldPoints> holds() {
        return holds.values();
    }

    Collection<HeldPoints> changedHolds() {
        return changedHolds;
    }

    boolean isChanged() {
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
                accounts.cameIn(),
                before.sequence() + entries.size(),
                hash,
                entries.isEmpty() ? before.bookedAt() : dates.bookedAt(),
                dates.lapsesAt(),
                dates.dueAt());
    }
}
