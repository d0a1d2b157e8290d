package dev.grapevine.api.kernel.security;

import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.CommandCall;

/**
 * The caller of an operation that only the administrator may use; anybody else is told {@code
 * FORBIDDEN}.
 */
public record Administrator(Caller caller) {

    public CommandCall call(String idempotencyKey) {
        return new CommandCall(caller, idempotencyKey);
    }
}
