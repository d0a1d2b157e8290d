package dev.grapevine.graph.ledger.session;

/**
 * How much of a lot an entry moved.
 *
 * @param type name of a {@link Type}, which is the relationship's from the entry to the lot
 */
public record LotMovement(String entryId, String lotId, String type, long amount) {

    /** What a move does to what remains of the lot. */
    public enum Type {
        /** Draws from it for good. A capture's was drawn by its hold before. */
        CONSUMED,
        /** Draws from it into a hold. */
        HELD,
        /** Puts back what was drawn before. */
        RESTORED
    }

    boolean is(Type type) {
        return type.name().equals(this.type);
    }
}
