package dev.grapevine.api.kernel;

/**
 * An argument of a field lies outside its limits. Answered with the code {@code INVALID_ARGUMENT}.
 */
public final class InvalidArgument extends RuntimeException {
    public InvalidArgument(String message) {
        super(message);
    }
}
