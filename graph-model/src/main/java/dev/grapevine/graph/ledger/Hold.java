package dev.grapevine.graph.ledger;

import dev.grapevine.graph.kernel.Cursor;

import java.time.OffsetDateTime;

/**
 * Points that are set aside for a purchase: captured when it is made, released when it is not, and
 * released by themselves when the time is over.
 *
 * @param id {@code hld_…}
 * @param entryId the entry that set the points aside
 * @param state name of a {@link State}
 * @param amount what was set aside
 * @param captured what was spent of it
 * @param expiresAt when it is released by itself
 */
public record Hold(
        String id,
        String brandId,
        String walletId,
        String customerId,
        String currency,
        String entryId,
        String state,
        long amount,
        long captured,
        String reason,
        OffsetDateTime heldAt,
        OffsetDateTime expiresAt) {

    /** What has become of a hold. */
    public enum State {
        HELD,
        CAPTURED,
        RELEASED,
        EXPIRED
    }

    /** The place among the open holds of a wallet. */
    public Cursor cursor() {
        return Cursor.at(expiresAt, id);
    }

    public boolean isOpen() {
        return state.equals(State.HELD.name());
    }

    public Hold closed(State outcome, long captured) {
        return new Hold(
                id,
                brandId,
                walletId,
                customerId,
                currency,
                entryId,
                outcome.name(),
                amount,
                captured,
                reason,
                heldAt,
                expiresAt);
    }
}
