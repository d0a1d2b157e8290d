package dev.grapevine.graph.ledger;

import dev.grapevine.graph.kernel.Cursor;

import java.time.OffsetDateTime;

/**
 * Points set aside until capture, release or expiry.
 *
 * @param id {@code hld_…}
 * @param entryId id of the entry that placed the hold
 * @param state name of a {@link State}
 * @param amount points set aside when the hold was placed
 * @param captured points redeemed by the capture; 0 before
 * @param expiresAt time at which an open hold is released automatically
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

    /** State of a hold; only {@code HELD} is open. */
    public enum State {
        HELD,
        CAPTURED,
        RELEASED,
        EXPIRED
    }

    /** Returns the cursor in the list of open holds of a wallet. */
    public Cursor cursor() {
        return Cursor.at(expiresAt, id);
    }

    public boolean isOpen() {
        return state.equals(State.HELD.name());
    }

    /** Returns the hold in a final state. */
    public Hold closed(State finalState, long captured) {
        return new Hold(
                id,
                brandId,
                walletId,
                customerId,
                currency,
                entryId,
                finalState.name(),
                amount,
                captured,
                reason,
                heldAt,
                expiresAt);
    }
}
