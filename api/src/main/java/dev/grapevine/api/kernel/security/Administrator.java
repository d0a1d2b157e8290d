package dev.grapevine.api.kernel.security;

import dev.grapevine.graph.kernel.command.Call;
import dev.grapevine.graph.kernel.command.Caller;

/**
 * The administrator as the caller of an operation; other callers get the error {@code FORBIDDEN}.
 */
public record Administrator(Caller caller) {

    public Call call(String idempotencyKey) {
        return new Call(caller, idempotencyKey);
    }
}
