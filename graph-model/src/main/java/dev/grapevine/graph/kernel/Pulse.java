package dev.grapevine.graph.kernel;

import org.springframework.stereotype.Component;

import java.util.Map;

/** Whether the database answers. */
@Component
public class Pulse {

    private static final CypherFile BEAT = CypherFile.of(Pulse.class, "beat");

    private final Graph graph;

    Pulse(Graph graph) {
        this.graph = graph;
    }

    /** Asks the database for nothing; throws {@link GraphException} if it does not answer. */
    public void feel() {
        graph.read(BEAT, Map.of(), row -> row);
    }
}
