package dev.grapevine.graph.ledger.session;

import dev.grapevine.graph.ledger.PointsLot;
import dev.grapevine.graph.ledger.Wallet;
import dev.grapevine.graph.ledger.currency.Currency;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.Objects;

/** When things happened in one {@link WalletSession}, and when something will happen by itself. */
public final class WalletClock {

    private final OffsetDateTime now;
    private OffsetDateTime bookedAt;
    private @Nullable OffsetDateTime inactiveExpiresAt;
    private OffsetDateTime nextEventAt;

    WalletClock(Wallet wallet, OffsetDateTime now) {
        this.now = now;
        bookedAt = Objects.requireNonNullElse(wallet.bookedAt(), PointsLot.BEGINNING);
        inactiveExpiresAt = wallet.inactiveExpiresAt();
        nextEventAt = Objects.requireNonNullElse(wallet.nextEventAt(), PointsLot.NEVER);
    }

    OffsetDateTime now() {
        return now;
    }

    /** An entry takes effect then, but never before the one before it; answers when. */
    OffsetDateTime post(OffsetDateTime at) {
        bookedAt = at.isAfter(bookedAt) ? at : bookedAt;
        return bookedAt;
    }

    OffsetDateTime bookedAt() {
        return bookedAt;
    }

    /** The customer does something: what lapses, lapses later. */
    void recordActivity(Currency currency) {
        inactiveExpiresAt = currency.inactivityExpiryOf(bookedAt);
        scheduleEvent(inactiveExpiresAt);
    }

    public @Nullable OffsetDateTime inactiveExpiresAt() {
        return inactiveExpiresAt;
    }

    /** Whether everything has expired because the customer did nothing. */
    boolean isInactivityExpired() {
        return inactiveExpiresAt != null && !inactiveExpiresAt.isAfter(now);
    }

    public void clearInactivityExpiry() {
        inactiveExpiresAt = null;
    }

    /** Something may happen by itself then. */
    public void scheduleEvent(@Nullable OffsetDateTime at) {
        nextEventAt = at != null && at.isBefore(nextEventAt) ? at : nextEventAt;
    }

    /** Everything that was due has happened; the next that may happen by itself is then. */
    void nextEventAt(OffsetDateTime at) {
        nextEventAt = at;
        scheduleEvent(inactiveExpiresAt);
    }

    /** Null for never. */
    @Nullable OffsetDateTime nextEventAt() {
        return nextEventAt.equals(PointsLot.NEVER) ? null : nextEventAt;
    }
}
