package dev.grapevine.graph.points;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.Objects;

/** When things happened in one {@link Book}, and when something will happen by itself. */
final class BookDates {

    private final OffsetDateTime now;
    private OffsetDateTime bookedAt;
    private @Nullable OffsetDateTime lapsesAt;
    private OffsetDateTime dueAt;

    BookDates(Wallet wallet, OffsetDateTime now) {
        this.now = now;
        bookedAt = Objects.requireNonNullElse(wallet.bookedAt(), Lot.BEGINNING);
        lapsesAt = wallet.lapsesAt();
        dueAt = Objects.requireNonNullElse(wallet.dueAt(), Lot.NEVER);
    }

    OffsetDateTime now() {
        return now;
    }

    /** An entry takes effect then, but never before the one before it; answers when. */
    OffsetDateTime book(OffsetDateTime at) {
        bookedAt = at.isAfter(bookedAt) ? at : bookedAt;
        return bookedAt;
    }

    OffsetDateTime bookedAt() {
        return bookedAt;
    }

    /** The customer does something: what lapses, lapses later. */
    void renew(Currency currency) {
        lapsesAt = currency.lapseOf(bookedAt);
        dueBy(lapsesAt);
    }

    @Nullable OffsetDateTime lapsesAt() {
        return lapsesAt;
    }

    /** Whether everything has expired because the customer did nothing. */
    boolean isLapsed() {
        return lapsesAt != null && !lapsesAt.isAfter(now);
    }

    void lapsed() {
        lapsesAt = null;
    }

    /** Something may happen by itself then. */
    void dueBy(@Nullable OffsetDateTime at) {
        dueAt = at != null && at.isBefore(dueAt) ? at : dueAt;
    }

    /** Everything that was due has happened; the next that may happen by itself is then. */
    void dueNextAt(OffsetDateTime at) {
        dueAt = at;
        dueBy(lapsesAt);
    }

    /** Null for never. */
    @Nullable OffsetDateTime dueAt() {
        return dueAt.equals(Lot.NEVER) ? null : dueAt;
    }
}
