package dev.grapevine.graph.kernel;

import java.util.regex.Pattern;

/**
 * The caller's own name for one call, so that repeating the call cannot repeat its effect.
 *
 * @param caller who calls; keys of different callers never meet
 * @param value 8 to 128 of {@code A-Z a-z 0-9 . _ : -}; other characters could collide once stored
 */
public record IdempotencyKey(String caller, String value) {

    /** What a key must look like. */
    public static final Pattern FORM = Pattern.compile("^[A-Za-z0-9._:-]{8,128}$");

    public IdempotencyKey {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not an idempotency key: " + value);
        }
    }
}
