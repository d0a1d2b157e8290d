package dev.grapevine.graph.kernel.command;

import java.util.List;

/**
 * Reason why a command had no effect. Modules implement it by an enum ({@link NamedRejection}), or
 * by a record if the reason carries data.
 */
public interface Rejection {

    /** Returns the stable code, in SCREAMING_SNAKE_CASE, part of the API's contract. */
    String code();

    /** Returns an English sentence for developers that names field, value and bound. */
    String message();

    /**
     * Returns the path of the input field that the rejection is about, from the root of the input;
     * empty for the command as a whole.
     */
    default List<String> path() {
        return List.of();
    }

    /** Returns the rejection with another path, without data of its own. */
    default Rejection at(List<String> otherPath) {
        return new BasicRejection(code(), message(), otherPath);
    }
}
