package dev.grapevine.graph.points;

import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.CypherFile;
import dev.grapevine.graph.kernel.Graph;

import org.springframework.stereotype.Component;

import java.util.Map;
import java.util.Optional;

/** Explains by one statement; {@link Telling} finds the words. */
@Component
class CypherExplanations implements Explanations {

    private static final CypherFile EXPLAIN =
            CypherFile.of(CypherExplanations.class, "explain-entry");

    /** More lots, spendings or consequences than these are not told one by one. */
    private static final int MOST = 50;

    private final Graph graph;

    CypherExplanations(Graph graph) {
        this.graph = graph;
    }

    @Override
    public Optional<Explanation> explain(Caller caller, String entryId) {
        return graph
                .read(
                        EXPLAIN,
                        Map.of("id", entryId, "most", MOST),
                        row -> row.as(ExplainedEntry.class))
                .stream()
                .filter(found -> caller.sees(found.entry().brandId()))
                .findFirst()
                .map(found -> new Telling(found).explanation());
    }
}
