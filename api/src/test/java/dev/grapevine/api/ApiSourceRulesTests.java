package dev.grapevine.api;

import dev.grapevine.graph.testing.SourceRules;

import java.nio.file.Path;
import java.util.List;

/** Rules for the sources of the API, and for the names in what is written about it. */
class ApiSourceRulesTests implements SourceRules {

    @Override
    public List<Path> roots() {
        return List.of(
                Path.of("src"),
                Path.of("../benchmarks/src"),
                Path.of("../client-samples"),
                Path.of("../docs"),
                Path.of("../README.md"));
    }
}
