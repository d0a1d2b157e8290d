package dev.grapevine.graph.points;

import dev.grapevine.graph.kernel.Caller;

import java.util.Optional;

/** Why an entry is there, and what became of its points. */
public interface Explanations {

    /**
     * Explains an entry that the caller may see, in one round trip: what caused it, who recorded
     * it, the lots that it brought or drew from, what was spent from those, what took it back.
     */
    Optional<Explanation> explain(Caller caller, String entryId);
}
