package dev.grapevine.benchmarks.stage;

/** Exception of a measurement or contestant that cannot be run; the message is the reason. */
public final class Skipped extends Exception {

    private static final long serialVersionUID = 1;

    public Skipped(String reason) {
        super(reason);
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
