package dev.grapevine.graph.engagement;

import dev.grapevine.graph.kernel.Cursor;
import dev.grapevine.graph.kernel.Page;
import dev.grapevine.graph.kernel.PageRequest;
import dev.grapevine.graph.kernel.command.Call;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;

import static java.util.stream.Collectors.toMap;


import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What counts as engagement at each brand. A version never changes and is never deleted: what is
 * asked by it can always be asked again. Every command is carried out once per idempotency key and
 * refuses {@code INVALID_INPUT} (with the path of each field that is wrong), {@code
 * BRAND_NOT_FOUND}, {@code DUPLICATE_ACTION} and {@code KIND_COUNTED_TWICE}.
 *
 * <p>Definitions by Cypher: a node for each version.
 */
@Component
public class EngagementDefinitions {

    /** How many definitions a brand may have, about: commands at the same moment may pass it. */
    public static final int MAX_DEFINITIONS = 100;

    /** How many versions a definition may have. */
    public static final int MAX_VERSIONS = 1_000;

    /** How many actions a version may have. */
    public static final int MAX_ACTIONS = 20;

    /** How many kinds may count as one action. */
    public static final int MAX_KINDS_PER_ACTION = 50;

    /** How many kinds a version may name in all. */
    public static final int MAX_KINDS = 100;

    /** The largest weight. */
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

    private final GraphClient graphClient;
    private final DefinitionWriter definitionWriter;

    EngagementDefinitions(GraphClient graphClient, DefinitionWriter definitionWriter) {
        this.graphClient = graphClient;
        this.definitionWriter = definitionWriter;
    }

    /**
     * Adopts a template. Refusals besides: {@code ACTION_NOT_FOUND}, {@code DEFINITION_KEY_TAKEN},
     * {@code TOO_MANY_DEFINITIONS}.
     */
    public Result<EngagementDefinition> adopt(
            Call call, String brandKey, AdoptEngagementDefinition command) {
        return definitionWriter.adopt(call, brandKey, command);
    }

    /**
     * Defines what counts in the brand's own words. Refusals besides: {@code DEFINITION_KEY_TAKEN},
     * {@code TOO_MANY_DEFINITIONS}.
     */
    public Result<EngagementDefinition> create(
            Call call, String brandKey, CreateEngagementDefinition command) {
        return definitionWriter.create(call, brandKey, command);
    }

    /**
     * Makes the next version of a definition; of two at once each gets a number of its own.
     * Refusals besides: {@code DEFINITION_NOT_FOUND}, {@code TOO_MANY_VERSIONS}.
     */
    public Result<EngagementDefinition> update(
            Call call, String brandKey, UpdateEngagementDefinition command) {
        return definitionWriter.update(call, brandKey, command);
    }

    /** The version of each brand's own definition of that key, by brand id. One round trip. */
    public Map<String, EngagementDefinition> versions(
            Collection<String> brandIds, DefinitionVersion asked) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("brandIds", List.copyOf(brandIds));
        parameters.put("key", asked.key());
        parameters.put("version", asked.version());
        return graphClient.read(VERSIONS, parameters, EngagementDefinitions::definition).stream()
                .collect(toMap(EngagementDefinition::brandId, definition -> definition));
    }

    /** The versions of each brand's definitions, earliest first, by brand id. One round trip. */
    public Map<String, Page<EngagementDefinition>> ofBrands(
            Collection<String> brandIds, PageRequest request) {
        return Page.each(
                graphClient,
                OF_BRANDS,
                brandIds,
                request,
                Cursor.LOWEST,
                EngagementDefinitions::definition);
    }

    /** The number of definition versions of each brand, by brand id. One round trip. */
    public Map<String, Long> countsOfBrands(Collection<String> brandIds) {
        return Page.counts(graphClient, COUNTS_OF_BRANDS, brandIds, Map.of());
    }

    private record Counting(EngagementDefinition definition, List<String> kindIds) {}

    /**
     * The latest versions of definitions that count kinds of activities, in the order of their
     * keys, by the kind's id: those of its brand that name it, and none if it belongs to campaigns.
     * One round trip.
     */
    public Map<String, List<EngagementDefinition>> countingKinds(Collection<String> kindIds) {
        var counting =
                graphClient.read(
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

    /** The versions with these ids that the caller may see, by id. One round trip. */
    public Map<String, EngagementDefinition> byIds(Caller caller, Collection<String> wanted) {
        return byIds(graphClient, wanted).stream()
                .filter(definition -> caller.sees(definition.brandId()))
                .collect(toMap(EngagementDefinition::id, definition -> definition));
    }

    static List<EngagementDefinition> byIds(GraphClient graphClient, Collection<String> wanted) {
        return graphClient.read(
                BY_IDS, Map.of("ids", List.copyOf(wanted)), EngagementDefinitions::definition);
    }

    static EngagementDefinition definition(Record row) {
        return row.get("definition").as(StoredDefinition.class).definition();
    }
}
