package dev.grapevine.api.kernel.security;

import dev.grapevine.graph.kernel.command.Call;
import dev.grapevine.graph.kernel.command.Caller;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/**
 * The administrator as the caller of an operation; other callers get the error {@code FORBIDDEN}.
 *
 * @param idempotencyKey idempotency key of the operation's input; null if it has none
 */
public record Administrator(Caller caller, @Nullable String idempotencyKey) {

    /** Returns the call of the command in the operation's input. */
    public Call call() {
        return new Call(
                caller, Objects.requireNonNull(idempotencyKey, "The input has no idempotencyKey"));
    }
}
