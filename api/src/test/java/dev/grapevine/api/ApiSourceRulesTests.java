package dev.grapevine.api;

import dev.grapevine.graph.testing.SourceRules;

import java.nio.file.Path;
import java.util.List;

/** Source rules of the API, the benchmarks, the samples and the documentation. */
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
