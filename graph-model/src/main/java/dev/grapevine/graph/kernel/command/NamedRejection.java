package dev.grapevine.graph.kernel.command;

import java.util.List;

/**
 * A refusal that carries nothing but its reason: the constant of an enum, whose name is the code.
 */
public interface NamedRejection extends Rejection {

    /** The name of the constant. */
    String name();

    /** The input field that caused it. */
    String field();

    @Override
    default String code() {
        return name();
    }

    @Override
    default List<String> path() {
        return List.of(field());
    }
}
