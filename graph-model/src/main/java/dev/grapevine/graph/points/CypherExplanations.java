package dev.grapevine.graph.points;

import dev.grapevine.graph.kernel.*;

import org.springframework.stereotype.Component;

import java.util.*;

/** Not built yet. */
@Component
class CypherExplanations implements Explanations {
    @Override
    public Optional<Explanation> explain(Caller caller, String entryId) {
        throw new UnsupportedOperationException();
    }
}
