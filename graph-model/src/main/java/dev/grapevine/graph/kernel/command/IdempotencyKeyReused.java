package dev.grapevine.graph.kernel.command;

import java.util.List;

/** Rejection of an idempotency key that was used before with other input. */
record IdempotencyKeyReused(String key) implements Rejection {

    @Override
    public String code() {
        return "IDEMPOTENCY_KEY_REUSED";
    }

    @Override
    public String message() {
        return "idempotencyKey '"
                + key
                + "' was used before with other input; use a new key for a new call.";
    }

    @Override
    public List<String> path() {
        return List.of("idempotencyKey");
    }
}
