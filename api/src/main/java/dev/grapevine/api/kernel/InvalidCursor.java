package dev.grapevine.api.kernel;

/**
 * A cursor is not one of the list that it is used on. Answered with the code {@code
 * INVALID_CURSOR}.
 */
public final class InvalidCursor extends RuntimeException {
    InvalidCursor(String field) {
        super(
                "after is not a cursor that "
                        + field
                        + " returned for this parent and these arguments.");
    }
}
