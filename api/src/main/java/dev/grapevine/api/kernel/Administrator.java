package dev.grapevine.api.kernel;

import dev.grapevine.graph.kernel.Call;
import dev.grapevine.graph.kernel.Caller;

/**
 * The caller of an operation that only the administrator may use; anybody else is told {@code
 * FORBIDDEN}.
 */
public record Administrator(Caller caller) {

    public Call call(String idempotencyKey) {
        return new Call(caller, idempotencyKey);
    }
}
