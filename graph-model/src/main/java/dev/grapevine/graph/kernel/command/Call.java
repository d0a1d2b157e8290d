package dev.grapevine.graph.kernel.command;

import dev.grapevine.graph.kernel.Format;


/**
 * One call of a command: who makes it, and their own name for it, so that repeating it cannot
 * repeat its effect.
 *
 * @param caller who calls
 * @param idempotencyKey 8 to 128 of {@code A-Z a-z 0-9 . _ : -}; other characters could collide
 *     once they are stored
 */
public record Call(Caller caller, String idempotencyKey) {

    /** What an idempotency key looks like. */
    private static final Format KEY =
            Format.of("^[A-Za-z0-9._:-]{8,128}$", "8 to 128 characters of A-Z a-z 0-9 . _ : -");

    /** Checks the form of the key. */
    public Validation check() {
        return new Validation().matches("idempotencyKey", idempotencyKey, KEY);
    }
}
