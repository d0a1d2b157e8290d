package dev.grapevine.graph.kernel.command;

import java.util.List;

/** The idempotency key was used before, for a call with other inputs. */
record IdempotencyKeyReused(String key) implements Rejection {

    @Override
    public String code() {
        return "IDEMPOTENCY_KEY_REUSED";
    }

    @Override
    public String message() {
        return "The idempotency key '"
                + key
                + "' was used before with other inputs; a new call needs a new key.";
    }

    @Override
    public List<String> path() {
        return List.of("idempotencyKey");
    }
}
