package dev.grapevine.graph.kernel.command;

import java.util.List;

/**
 * Rejection without data: an enum constant whose name is the code. A message with values is a
 * pattern of {@link String#formatted}, which {@link #with} fills.
 */
public interface NamedRejection extends Rejection {

    /** Returns the name of the constant. */
    String name();

    /** Returns the input field that the rejection is about. */
    String field();

    @Override
    default String code() {
        return name();
    }

    @Override
    default List<String> path() {
        return List.of(field());
    }

    /** Returns the rejection with the values in its message. */
    default Rejection with(Object... values) {
        return new BasicRejection(code(), message().formatted(values), path());
    }
}
