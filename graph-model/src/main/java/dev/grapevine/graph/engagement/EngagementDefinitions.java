package dev.grapevine.graph.engagement;

import static java.util.stream.Collectors.toMap;

import dev.grapevine.graph.kernel.Cursor;
import dev.grapevine.graph.kernel.Page;
import dev.grapevine.graph.kernel.PageRequest;
import dev.grapevine.graph.kernel.command.Call;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.kernel.database.Rows;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Engagement definitions of brands. Versions are immutable and never deleted, so that a score by a
 * version can always be queried. Every command has its effect once per idempotency key; common
 * rejections: {@code INVALID_INPUT} (with the path of each invalid field), {@code BRAND_NOT_FOUND},
 * {@code DUPLICATE_ACTION}, {@code KIND_COUNTED_TWICE}.
 *
 * <p>Each version is a node.
 */
@Component
public class EngagementDefinitions {

    /** Maximum number of definitions of a brand; concurrent commands may exceed it slightly. */
    public static final int MAX_DEFINITIONS = 100;

    /** Maximum number of versions of a definition. */
    public static final int MAX_VERSIONS = 1_000;

    /** Maximum number of actions of a version. */
    public static final int MAX_ACTIONS = 20;

    /** Maximum number of kinds that count as one action. */
    public static final int MAX_KINDS_PER_ACTION = 50;

    /** Maximum number of kinds of a version. */
    public static final int MAX_KINDS = 100;

    /** Maximum weight of an action or active day. */
    public static final long MAX_WEIGHT = 1_000;

    private static final CypherStatement VERSIONS =
            CypherStatement.of(EngagementDefinitions.class, "definition-versions");
    private static final CypherStatement COUNTS_OF_BRANDS =
            CypherStatement.of(EngagementDefinitions.class, "counts-of-brands");
    private static final CypherStatement OF_BRANDS =
            CypherStatement.of(EngagementDefinitions.class, "definitions-of-brands");
    private static final CypherStatement BY_IDS =
            CypherStatement.of(EngagementDefinitions.class, "definitions-by-ids");
    private static final CypherStatement COUNTING_KINDS =
            CypherStatement.of(EngagementDefinitions.class, "definitions-counting-kinds");

    private final GraphClient graph;
    private final DefinitionWriter definitionWriter;

    EngagementDefinitions(GraphClient graph, DefinitionWriter definitionWriter) {
        this.graph = graph;
        this.definitionWriter = definitionWriter;
    }

    /**
     * Creates the first version of a definition from a template. Further rejections: {@code
     * ACTION_NOT_FOUND}, {@code DEFINITION_KEY_TAKEN}, {@code TOO_MANY_DEFINITIONS}.
     */
    public Result<EngagementDefinition> adopt(
            Call call, String brandKey, AdoptEngagementDefinition command) {
        return definitionWriter.adopt(call, brandKey, command);
    }

    /**
     * Creates the first version of a definition. Further rejections: {@code DEFINITION_KEY_TAKEN},
     * {@code TOO_MANY_DEFINITIONS}.
     */
    public Result<EngagementDefinition> create(
            Call call, String brandKey, CreateEngagementDefinition command) {
        return definitionWriter.create(call, brandKey, command);
    }

    /**
     * Creates the next version of a definition; concurrent updates get consecutive numbers. Further
     * rejections: {@code DEFINITION_NOT_FOUND}, {@code TOO_MANY_DEFINITION_VERSIONS}.
     */
    public Result<EngagementDefinition> update(
            Call call, String brandKey, UpdateEngagementDefinition command) {
        return definitionWriter.update(call, brandKey, command);
    }

    /**
     * Returns a version of each brand's own definition with that key, by brand id. One round trip.
     */
    public Map<String, EngagementDefinition> versions(
            Collection<String> brandIds, DefinitionVersion version) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("brandIds", List.copyOf(brandIds));
        parameters.put("key", version.key());
        parameters.put("version", version.version());
        return graph.read(VERSIONS, parameters, EngagementDefinitions::definition).stream()
                .collect(toMap(EngagementDefinition::brandId, definition -> definition));
    }

    /**
     * Returns the definition versions of each brand, earliest first, by brand id. One round trip.
     */
    public Map<String, Page<EngagementDefinition>> ofBrands(
            Collection<String> brandIds, PageRequest request) {
        return Page.each(
                graph,
                OF_BRANDS,
                brandIds,
                request,
                Cursor.LOWEST,
                EngagementDefinitions::definition);
    }

    /** Counts the definition versions of each brand, by brand id. One round trip. */
    public Map<String, Long> countsOfBrands(Collection<String> brandIds) {
        return Page.counts(graph, COUNTS_OF_BRANDS, brandIds, Map.of());
    }

    private record Counting(EngagementDefinition definition, List<String> kindIds) {}

    /**
     * Returns the latest versions of the definitions of the brand that count an activity kind,
     * sorted by key, by the kind's id; none for a campaign-only kind. One round trip.
     */
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

    /**
     * Returns the definition versions with these ids that the caller may see, by id. One round
     * trip.
     */
    public Map<String, EngagementDefinition> byIds(
            Caller caller, Collection<String> definitionIds) {
        return byIds(graph, definitionIds).stream()
                .filter(definition -> caller.sees(definition.brandId()))
                .collect(toMap(EngagementDefinition::id, definition -> definition));
    }

    static List<EngagementDefinition> byIds(GraphClient graph, Collection<String> definitionIds) {
        return graph.read(
                BY_IDS,
                Map.of("ids", List.copyOf(definitionIds)),
                EngagementDefinitions::definition);
    }

    static EngagementDefinition definition(Record row) {
        return Rows.map(row.get("definition"), StoredDefinition.class).definition();
    }
}
