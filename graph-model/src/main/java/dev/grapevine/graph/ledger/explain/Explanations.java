package dev.grapevine.graph.ledger.explain;

import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.kernel.database.Rows;

import org.springframework.stereotype.Component;

import java.util.Map;
import java.util.Optional;

/** Service that explains entries. */
@Component
public class Explanations {

    private static final CypherStatement EXPLAIN =
            CypherStatement.of(Explanations.class, "explain-entry");

    /** Maximum number of lots, spendings and consequences each. */
    private static final int MAX_ITEMS = 50;

    private final GraphClient graph;

    Explanations(GraphClient graph) {
        this.graph = graph;
    }

    /**
     * Explains an entry: its cause and the use of its points; empty if the entry does not exist or
     * is not visible to the caller. One round trip.
     */
    public Optional<Explanation> explain(Caller caller, String entryId) {
        return graph
                .read(
                        EXPLAIN,
                        Map.of("id", entryId, "max", MAX_ITEMS),
                        Rows.to(ExplanationData.class))
                .stream()
                .filter(data -> caller.sees(data.entry().brandId()))
                .findFirst()
                .map(data -> new EntryExplainer(data).explanation());
    }
}
