package dev.grapevine.graph.ledger.session;

/**
 * Amount that an entry drew from, held in or restored to a lot.
 *
 * @param type name of a {@link Type}, also the type of the relationship from the entry to the lot
 */
public record LotMovement(String entryId, String lotId, String type, long amount) {

    /** Effect of a movement on the remainder of the lot. */
    public enum Type {
        /** Draws the amount; in a capture, names a lot that the hold drew from before. */
        CONSUMED,
        /** Draws the amount into a hold. */
        HELD,
        /** Restores an amount that was drawn before. */
        RESTORED
    }

    boolean is(Type type) {
        return type.name().equals(this.type);
    }
}
