package dev.grapevine.graph.ledger.posting;

import dev.grapevine.graph.ledger.EntryKind;
import dev.grapevine.graph.ledger.Hold;
import dev.grapevine.graph.ledger.SystemAccount;
import dev.grapevine.graph.ledger.WalletAccount;
import dev.grapevine.graph.ledger.session.EntryDetails;
import dev.grapevine.graph.ledger.session.HoldSession;
import dev.grapevine.graph.ledger.session.LotMovement;
import dev.grapevine.graph.ledger.session.LotPart;
import dev.grapevine.graph.ledger.session.OpenLot;
import dev.grapevine.graph.ledger.session.WalletSession;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writer of the due events of one wallet session, in the order of their times: unlocking, hold
 * expiry, expiry, and expiry for inactivity. The session must have loaded all due lots and holds,
 * or the first ones up to a time. Idempotent.
 */
public final class DueEvents {

    private final WalletSession session;
    private final boolean hasAllInactiveLots;
    private final OffsetDateTime until;

    DueEvents(WalletSession session) {
        this(session, true, session.now());
    }

    /**
     * Creates a writer for events up to a time.
     *
     * @param hasAllInactiveLots true if all lots are loaded that expire for inactivity; otherwise a
     *     later transaction expires the rest
     * @param until time up to which all due lots and holds are loaded; later events must not be
     *     written before those
     */
    public DueEvents(WalletSession session, boolean hasAllInactiveLots, OffsetDateTime until) {
        this.session = session;
        this.hasAllInactiveLots = hasAllInactiveLots;
        this.until = until;
    }

    /** Due event with its effect on the session. */
    private record Event(OffsetDateTime at, Runnable effect) {}

    /** Writes all due events, the earliest first. */
    public void process() {
        for (var next = next(); next.isPresent(); next = next()) {
            next.get().effect().run();
        }
    }

    private Optional<Event> next() {
        return Stream.of(nextUnlocking(), nextHoldExpiry(), nextExpiry(), nextInactivityExpiry())
                .flatMap(Optional::stream)
                .filter(event -> !event.at().isAfter(until))
                .min(Comparator.comparing(Event::at));
    }

    private Optional<Event> nextUnlocking() {
        return session.lots().all().stream()
                .filter(OpenLot::isPending)
                .min(Comparator.comparing(OpenLot::availableAt))
                .map(lot -> new Event(lot.availableAt(), () -> unlock(lot)));
    }

    private void unlock(OpenLot lot) {
        var details = EntryDetails.automatic("The points have become available");
        Postings.unlock(session, session.nextEntryId(), lot.availableAt(), lot, details);
    }

    private Optional<Event> nextHoldExpiry() {
        return session.holds().stream()
                .filter(hold -> hold.hold().isOpen())
                .min(Comparator.comparing(hold -> hold.hold().expiresAt()))
                .map(hold -> new Event(hold.hold().expiresAt(), () -> release(hold)));
    }

    private void release(HoldSession hold) {
        session.close(hold, Hold.State.EXPIRED, 0);
        Postings.release(
                session,
                session.nextEntryId(),
                hold.hold().expiresAt(),
                hold,
                hold.parts(),
                EntryDetails.automatic("The hold has timed out"));
    }

    private Optional<Event> nextExpiry() {
        if (session.lots().open().isEmpty()) {
            return Optional.empty();
        }
        var at = session.lots().open().getFirst().expiresAt();
        return Optional.of(
                new Event(
                        at,
                        () ->
                                expire(
                                        at,
                                        session.lots().open().stream()
                                                .takeWhile(lot -> !lot.expiresAt().isAfter(at))
                                                .toList())));
    }

    private Optional<Event> nextInactivityExpiry() {
        var at = session.clock().inactiveExpiresAt();
        return at == null || (!hasAllInactiveLots && session.lots().open().isEmpty())
                ? Optional.empty()
                : Optional.of(new Event(at, () -> expireForInactivity(at)));
    }

    private void expireForInactivity(OffsetDateTime at) {
        expire(at, List.copyOf(session.lots().open()));
        if (hasAllInactiveLots) {
            session.clock().clearInactivityExpiry();
        }
    }

    private void expire(OffsetDateTime at, List<OpenLot> lots) {
        if (lots.isEmpty()) {
            return;
        }
        var lotParts = lots.stream().map(lot -> new LotPart(lot, lot.remaining())).toList();
        var entry =
                session.post(
                        session.nextEntryId(),
                        at,
                        EntryKind.EXPIRED,
                        session.account(WalletAccount.AVAILABLE),
                        SystemAccount.EXPIRED.name(),
                        Postings.sum(lotParts),
                        EntryDetails.automatic("The points have expired"));
        lotParts.forEach(lotPart -> session.lots().move(entry, LotMovement.Type.CONSUMED, lotPart));
    }
}
