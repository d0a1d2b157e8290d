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
 * Writes what has happened by itself in a wallet up to now, in the order in which it happened: lots
 * matured, holds timed out, lots expired. What is due must be known to the book, all of it or what
 * is due first. Done twice it does nothing, because what it writes is not due any more.
 */
public final class DueEvents {

    private final WalletSession session;
    private final boolean isLapseKnown;
    private final OffsetDateTime until;

    DueEvents(WalletSession session) {
        this(session, true, session.now());
    }

    /**
     * @param isLapseKnown whether all lots are known that lapse for want of activity; otherwise the
     *     rest of them lapses in a settlement to come
     * @param until up to when everything is known: what happens later must not be written before
     *     what happens by then
     */
    public DueEvents(WalletSession session, boolean isLapseKnown, OffsetDateTime until) {
        this.session = session;
        this.isLapseKnown = isLapseKnown;
        this.until = until;
    }

    /** Something that happens by itself. */
    private record Event(OffsetDateTime at, Runnable effect) {}

    public void process() {
        for (var next = next(); next.isPresent(); next = next()) {
            next.get().effect().run();
        }
    }

    private Optional<Event> next() {
        return Stream.of(unlocking(), expireHold(), expiry(), expireForInactivity())
                .flatMap(Optional::stream)
                .filter(event -> !event.at().isAfter(until))
                .min(Comparator.comparing(Event::at));
    }

    private Optional<Event> unlocking() {
        return session.lots().all().stream()
                .filter(OpenLot::isPending)
                .min(Comparator.comparing(OpenLot::availableAt))
                .map(lot -> new Event(lot.availableAt(), () -> unlock(lot)));
    }

    private void unlock(OpenLot lot) {
        var details = EntryDetails.byItself("The points have become available");
        Postings.unlock(session, session.nextEntryId(), lot.availableAt(), lot, details);
    }

    private Optional<Event> expireHold() {
        return session.holds().stream()
                .filter(held -> held.hold().isOpen())
                .min(Comparator.comparing(held -> held.hold().expiresAt()))
                .map(held -> new Event(held.hold().expiresAt(), () -> release(held)));
    }

    private void release(HoldSession held) {
        session.close(held, Hold.State.EXPIRED, 0);
        Postings.release(
                session,
                session.nextEntryId(),
                held.hold().expiresAt(),
                held,
                held.parts(),
                EntryDetails.byItself("The hold has timed out"));
    }

    private Optional<Event> expiry() {
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

    private Optional<Event> expireForInactivity() {
        var at = session.dates().inactiveExpiresAt();
        return at == null || (!isLapseKnown && session.lots().open().isEmpty())
                ? Optional.empty()
                : Optional.of(new Event(at, () -> expireForInactivity(at)));
    }

    private void expireForInactivity(OffsetDateTime at) {
        expire(at, List.copyOf(session.lots().open()));
        if (isLapseKnown) {
            session.dates().inactivityExpiryAt();
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
                        EntryDetails.byItself("The points have expired"));
        lotParts.forEach(lotPart -> session.lots().move(entry, LotMovement.Type.CONSUMED, lotPart));
    }
}
