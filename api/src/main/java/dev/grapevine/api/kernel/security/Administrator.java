package dev.grapevine.api.kernel.security;

import dev.grapevine.graph.kernel.command.Call;
import dev.grapevine.graph.kernel.command.Caller;

/**
 * The caller of an operation that only the administrator may use; anybody else is told {@code
 * FORBIDDEN}.
 */
public record Administrator(Caller caller) {

    public Call call(String idempotencyKey) {
        return new Call(caller, idempotencyKey);
    }
}
