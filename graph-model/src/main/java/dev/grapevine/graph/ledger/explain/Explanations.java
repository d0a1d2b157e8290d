package dev.grapevine.graph.ledger.explain;

import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;

import org.springframework.stereotype.Component;

import java.util.Map;
import java.util.Optional;

/**
 * Why an entry is there, and what became of its points.
 *
 * <p>Explains by one statement; {@link EntryExplainer} finds the words.
 */
@Component
public class Explanations {

    private static final CypherStatement EXPLAIN =
            CypherStatement.of(Explanations.class, "explain-entry");

    /** More lots, spendings or consequences than these are not told one by one. */
    private static final int MAX = 50;

    private final GraphClient graph;

    Explanations(GraphClient graph) {
        this.graph = graph;
    }

    /**
     * Explains an entry that the caller may see, in one round trip: what caused it, who recorded
     * it, the lots that it brought or drew from, what was spent from those, what took it back.
     */
    public Optional<Explanation> explain(Caller caller, String entryId) {
        return graph
                .read(
                        EXPLAIN,
                        Map.of("id", entryId, "max", MAX),
                        row -> row.as(ExplanationData.class))
                .stream()
                .filter(found -> caller.sees(found.entry().brandId()))
                .findFirst()
                .map(found -> new EntryExplainer(found).explanation());
    }
}
