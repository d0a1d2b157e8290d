package dev.grapevine.benchmarks;

/** A measurement, or one contestant of it, cannot be run here; the message says why. */
final class Skipped extends Exception {

    private static final long serialVersionUID = 1;

    Skipped(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
