package dev.grapevine.graph.kernel.command;

import java.util.List;

/**
 * One reason why a command was not carried out. Rooms implement it by an enum of their reasons
 * ({@link NamedRejection}), or by a record where a reason carries data.
 */
public interface Rejection {

    /** Stable name of the reason, in SCREAMING_SNAKE; part of the API's contract. */
    String code();

    /** An English sentence for developers, with the values that matter. */
    String message();

    /**
     * The input field that caused it, from the input's root down; empty if it is the command as a
     * whole.
     */
    default List<String> path() {
        return List.of();
    }
}
