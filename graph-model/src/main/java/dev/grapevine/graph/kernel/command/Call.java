package dev.grapevine.graph.kernel.command;

import dev.grapevine.graph.kernel.Format;

/**
 * Call of a command: the caller and the idempotency key.
 *
 * @param caller the caller
 * @param idempotencyKey 8 to 128 characters of {@code A-Z a-z 0-9 . _ : -}; the scope of a stored
 *     key is delimited by other characters
 */
public record Call(Caller caller, String idempotencyKey) {

    /** Format of an idempotency key. */
    private static final Format KEY =
            Format.of("^[A-Za-z0-9._:-]{8,128}$", "8 to 128 characters of A-Z a-z 0-9 . _ : -");

    /** Validates the format of the idempotency key. */
    public Validation check() {
        return new Validation().matches("idempotencyKey", idempotencyKey, KEY);
    }
}
