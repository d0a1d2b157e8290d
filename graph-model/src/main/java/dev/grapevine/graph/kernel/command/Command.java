package dev.grapevine.graph.kernel.command;

/**
 * Input of an operation that an idempotency key makes safe to repeat. Its {@link CanonicalJson} is
 * hashed and stored: components have no name there, only a position. So a name may change, while a
 * new component has to be nullable and the last.
 */
public interface Command {

    /**
     * Name of the operation, unique among all commands. Part of the scope of stored idempotency
     * keys, so it must not change once it is released.
     */
    String operation();
}
