package dev.grapevine.graph.ledger.session;

import dev.grapevine.graph.ledger.PointsLot;
import dev.grapevine.graph.ledger.Wallet;
import dev.grapevine.graph.ledger.currency.Currency;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.Objects;

/**
 * Times of one wallet session: the current time, the booking time of the latest entry, the latest
 * effective time, and the times of due events.
 */
public final class WalletClock {

    private final OffsetDateTime now;
    private OffsetDateTime bookedAt;
    private @Nullable OffsetDateTime latestEffectiveAt;
    private @Nullable OffsetDateTime inactiveExpiresAt;
    private OffsetDateTime nextEventAt;

    WalletClock(Wallet wallet, OffsetDateTime now) {
        this.now = now;
        bookedAt = Objects.requireNonNullElse(wallet.bookedAt(), PointsLot.BEGINNING);
        latestEffectiveAt = wallet.latestEffectiveAt();
        inactiveExpiresAt = wallet.inactiveExpiresAt();
        nextEventAt = Objects.requireNonNullElse(wallet.nextEventAt(), PointsLot.NEVER);
    }

    OffsetDateTime now() {
        return now;
    }

    /** Advances the booking time to the given time, if that is later; returns the booking time. */
    OffsetDateTime advanceTo(OffsetDateTime at) {
        bookedAt = at.isAfter(bookedAt) ? at : bookedAt;
        return bookedAt;
    }

    OffsetDateTime bookedAt() {
        return bookedAt;
    }

    /**
     * Returns the effective time of the entry that is booked: the stated time, or else the given
     * one, but not after the entry is booked.
     */
    OffsetDateTime effectiveAt(@Nullable OffsetDateTime stated, OffsetDateTime otherwise) {
        var caused = Objects.requireNonNullElse(stated, otherwise);
        var at = caused.isAfter(bookedAt) ? bookedAt : caused;
        if (latestEffectiveAt == null || at.isAfter(latestEffectiveAt)) {
            latestEffectiveAt = at;
        }
        return at;
    }

    @Nullable OffsetDateTime latestEffectiveAt() {
        return latestEffectiveAt;
    }

    /** Postpones the expiry for inactivity. */
    void recordActivity(Currency currency) {
        inactiveExpiresAt = currency.inactivityExpiryOf(bookedAt);
        scheduleEvent(inactiveExpiresAt);
    }

    public @Nullable OffsetDateTime inactiveExpiresAt() {
        return inactiveExpiresAt;
    }

    /** Returns true if all points have expired for inactivity. */
    boolean isInactivityExpired() {
        return inactiveExpiresAt != null && !inactiveExpiresAt.isAfter(now);
    }

    /** Removes the expiry for inactivity, after its event was written. */
    public void clearInactivityExpiry() {
        inactiveExpiresAt = null;
    }

    /** Moves the next due event forward to the given time, if that is earlier. */
    public void scheduleEvent(@Nullable OffsetDateTime at) {
        nextEventAt = at != null && at.isBefore(nextEventAt) ? at : nextEventAt;
    }

    /** Sets the time of the next due event, after all due events were written. */
    void resetNextEvent(OffsetDateTime at) {
        nextEventAt = at;
        scheduleEvent(inactiveExpiresAt);
    }

    /** Returns the time of the next due event; null for none. */
    @Nullable OffsetDateTime nextEventAt() {
        return nextEventAt.equals(PointsLot.NEVER) ? null : nextEventAt;
    }
}
