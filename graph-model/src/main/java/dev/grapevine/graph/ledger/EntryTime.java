package dev.grapevine.graph.ledger;

/** Which of the two times of an entry counts, when points are added up by time. */
public enum EntryTime {
    /** {@link PointsEntry#effectiveAt}: when what caused the entry happened. */
    EFFECTIVE,
    /** {@link PointsEntry#bookedAt}: when the entry was posted. Sums of the past never change. */
    BOOKED
}
