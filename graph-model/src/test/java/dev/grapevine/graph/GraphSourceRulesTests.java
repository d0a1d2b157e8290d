package dev.grapevine.graph;

import dev.grapevine.graph.testing.SourceRules;

import java.nio.file.Path;
import java.util.List;

/**
 * Rules for the sources of the graph model, and for the names in those of the embedded database.
 */
class GraphSourceRulesTests implements SourceRules {

    @Override
    public List<Path> roots() {
        return List.of(Path.of("src"), Path.of("../embedded/src"));
    }
}
