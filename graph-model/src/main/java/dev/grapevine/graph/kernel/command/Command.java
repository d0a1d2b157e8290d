package dev.grapevine.graph.kernel.command;

/**
 * Input of an idempotent operation. The hash of its {@link CanonicalJson} is stored; components
 * have no name there, only a position. A component may be renamed, but a new one has to be nullable
 * and the last.
 */
public interface Command {

    /**
     * Returns the name of the operation, unique among all commands. The name is part of the scope
     * of stored idempotency keys and must not change after a release.
     */
    String operation();
}
