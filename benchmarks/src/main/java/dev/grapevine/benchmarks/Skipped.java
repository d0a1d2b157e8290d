package dev.grapevine.benchmarks;

/** Exception of a measurement or contestant that cannot be run; the message is the reason. */
final class Skipped extends Exception {

    private static final long serialVersionUID = 1;

    Skipped(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
