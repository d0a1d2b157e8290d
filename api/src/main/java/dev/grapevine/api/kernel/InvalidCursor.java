package dev.grapevine.api.kernel;

/** A cursor that belongs to another list or is malformed; error code {@code INVALID_CURSOR}. */
public final class InvalidCursor extends RuntimeException {
    InvalidCursor(String field) {
        super(
                "after is not a cursor that "
                        + field
                        + " returned for this parent and these arguments.");
    }
}
