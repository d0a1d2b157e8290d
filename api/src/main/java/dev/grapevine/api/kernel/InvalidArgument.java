package dev.grapevine.api.kernel;

/** An argument of a field out of bounds; error code {@code INVALID_ARGUMENT}. */
public final class InvalidArgument extends RuntimeException {
    public InvalidArgument(String message) {
        super(message);
    }
}
