package dev.grapevine.graph.score;

import static java.util.stream.Collectors.toMap;

import dev.grapevine.graph.kernel.Call;
import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Cursor;
import dev.grapevine.graph.kernel.CypherFile;
import dev.grapevine.graph.kernel.Graph;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Page;
import dev.grapevine.graph.kernel.PageRequest;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Definitions by Cypher: a node for each version. */
@Component
class CypherDefinitions implements EngagementDefinitions {

    private static final CypherFile VERSIONS =
            CypherFile.of(CypherDefinitions.class, "definition-versions");
    private static final CypherFile COUNTS_OF_BRANDS =
            CypherFile.of(CypherDefinitions.class, "counts-of-brands");
    private static final CypherFile OF_BRANDS =
            CypherFile.of(CypherDefinitions.class, "definitions-of-brands");
    private static final CypherFile BY_IDS =
            CypherFile.of(CypherDefinitions.class, "definitions-by-ids");
    private static final CypherFile COUNTING_KINDS =
            CypherFile.of(CypherDefinitions.class, "definitions-counting-kinds");

    private final Graph graph;
    private final NewDefinitions newDefinitions;

    CypherDefinitions(Graph graph, NewDefinitions newDefinitions) {
        this.graph = graph;
        this.newDefinitions = newDefinitions;
    }

    @Override
    public Outcome<EngagementDefinition> adopt(
            Call call, String brandKey, AdoptEngagementDefinition command) {
        return newDefinitions.adopt(call, brandKey, command);
    }

    @Override
    public Outcome<EngagementDefinition> define(
            Call call, String brandKey, DefineEngagement command) {
        return newDefinitions.define(call, brandKey, command);
    }

    @Override
    public Outcome<EngagementDefinition> revise(
            Call call, String brandKey, ReviseEngagement command) {
        return newDefinitions.revise(call, brandKey, command);
    }

    @Override
    public Map<String, EngagementDefinition> versions(
            Collection<String> brandIds, VersionAsked asked) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("brandIds", List.copyOf(brandIds));
        parameters.put("key", asked.key());
        parameters.put("version", asked.version());
        return graph.read(VERSIONS, parameters, CypherDefinitions::definition).stream()
                .collect(toMap(EngagementDefinition::brandId, definition -> definition));
    }

    @Override
    public Map<String, Page<EngagementDefinition>> ofBrands(
            Collection<String> brandIds, PageRequest request) {
        return Page.each(
                graph, OF_BRANDS, brandIds, request, Cursor.LOWEST, CypherDefinitions::definition);
    }

    @Override
    public Map<String, Long> countsOfBrands(Collection<String> brandIds) {
        return Page.counts(graph, COUNTS_OF_BRANDS, brandIds, Map.of());
    }

    private record Counting(EngagementDefinition definition, List<String> kindIds) {}

    @Override
    public Map<String, List<EngagementDefinition>> countingKinds(Collection<String> kindIds) {
        var counting =
                graph.read(
                        COUNTING_KINDS,
                        Map.of("ids", List.copyOf(kindIds)),
                        row ->
                                new Counting(
                                        definition(row),
                                        row.get("kindIds").asList(Value::asString)));
        return kindIds.stream()
                .distinct()
                .collect(toMap(id -> id, id -> definitions(counting, id)));
    }

    private static List<EngagementDefinition> definitions(List<Counting> counting, String kindId) {
        return counting.stream()
                .filter(it -> it.kindIds().contains(kindId))
                .map(Counting::definition)
                .toList();
    }

    @Override
    public Map<String, EngagementDefinition> byIds(Caller caller, Collection<String> wanted) {
        return byIds(graph, wanted).stream()
                .filter(definition -> caller.sees(definition.brandId()))
                .collect(toMap(EngagementDefinition::id, definition -> definition));
    }

    static List<EngagementDefinition> byIds(Graph graph, Collection<String> wanted) {
        return graph.read(
                BY_IDS, Map.of("ids", List.copyOf(wanted)), CypherDefinitions::definition);
    }

    static EngagementDefinition definition(Record row) {
        return row.get("definition").as(StoredDefinition.class).definition();
    }
}
