package dev.grapevine.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.api.testing.Api;
import dev.grapevine.api.testing.ApiTest;

import graphql.schema.GraphQLFieldDefinition;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Operations of the client samples return their documented responses, over HTTP, on fresh demo
 * data. In variables, {@code {{customer larkspur ada}}} is a placeholder for the id of a customer;
 * in responses, {@code "*"} matches any value. Queries run before mutations.
 */
@ApiTest
@TestPropertySource(properties = "grapevine.test.context=samples")
@DirtiesContext
class ClientSamplesIT {

    private static final Path OPERATIONS = Path.of("../client-samples/operations");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(\\w+)( \\S+)?( \\S+)?}}");
    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired Api api;

    @Autowired GraphQlSource source;

    static List<Path> samples() throws IOException {
        try (var files = Files.walk(OPERATIONS)) {
            return files.filter(file -> file.toString().endsWith(".graphql"))
                    .sorted(
                            Comparator.comparing(ClientSamplesIT::isCommand)
                                    .thenComparing(Comparator.naturalOrder()))
                    .toList();
        }
    }

    private static boolean isCommand(Path sample) {
        return text(sample).contains("\nmutation ");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void returnsTheResponseOfTheSample(Path sample) {
        var variables = JSON.readTree(fillPlaceholders(text(sibling(sample, ".variables.json"))));
        var answer =
                api.answer(
                        "administrator",
                        text(sample),
                        JSON.convertValue(variables, new TypeReference<Map<String, ?>>() {}));
        var expected = JSON.readTree(text(sibling(sample, ".response.json")));
        assertThat(withWildcards(answer, expected)).isEqualTo(expected);
    }

    @Test
    void hasASampleForEveryMutationAndRootQuery() throws IOException {
        var all = samples().stream().map(ClientSamplesIT::text).toList();
        var schema = source.schema();
        Stream.of(schema.getQueryType(), Objects.requireNonNull(schema.getMutationType()))
                .flatMap(type -> type.getFieldDefinitions().stream())
                .map(GraphQLFieldDefinition::getName)
                .filter(name -> !name.equals("node"))
                .forEach(
                        name ->
                                assertThat(all)
                                        .as(name)
                                        .anyMatch(text -> text.contains("  " + name + "(")));
    }

    /** Returns the response with a wildcard wherever the sample has one. */
    private static JsonNode withWildcards(JsonNode answer, JsonNode expected) {
        if (expected.isString()
                && expected.asString().equals("*")
                && !answer.isNull()
                && !answer.isMissingNode()) {
            return expected;
        }
        if (expected.isObject() && answer.isObject()) {
            var object = JSON.createObjectNode();
            answer.propertyStream()
                    .forEach(
                            field ->
                                    object.set(
                                            field.getKey(),
                                            withWildcards(
                                                    field.getValue(),
                                                    expected.path(field.getKey()))));
            return object;
        }
        if (expected.isArray() && answer.isArray()) {
            var array = JSON.createArrayNode();
            for (var i = 0; i < answer.size(); i++) {
                array.add(withWildcards(answer.get(i), expected.path(i)));
            }
            return array;
        }
        return answer;
    }

    private String fillPlaceholders(String variables) {
        return PLACEHOLDER
                .matcher(variables)
                .replaceAll(
                        match ->
                                switch (match.group(1)) {
                                    case "new" -> UUID.randomUUID().toString();
                                    case "partner" -> api.newPartner(match.group(2).strip());
                                    default ->
                                            resolve(
                                                    match.group(1),
                                                    match.group(2).strip(),
                                                    match.group(3).strip());
                                });
    }

    private String resolve(String placeholder, String brand, String name) {
        return switch (placeholder) {
            case "badge" -> ofBrand("badges", brand, name);
            case "reward" -> ofBrand("rewards", brand, name);
            case "redemption" -> redemption(brand, name);
            case "entry" -> latestEntry(brand, name);
            case "activity" -> latestActivity(brand, name);
            case "kind" -> createActivityKind(brand, name);
            case "earned" -> postEntry("awardPoints", brand, name, "/entry/id", Map.of());
            case "pending" ->
                    postEntry(
                            "awardPoints",
                            brand,
                            name,
                            "/entry/id",
                            Map.of("awaitsConfirmation", true));
            case "draft" -> draftRule(brand, name);
            case "rule" -> publishRule(brand, name);
            case "ruled" -> {
                publishRule(brand, name);
                yield brand;
            }
            case "rewarded" -> recordRewarded(brand, name);
            case "limit" -> setEarningLimit(brand, name);
            case "tiers" -> setTierSet(brand, name);
            case "tiered" -> {
                setTierSet(brand, name);
                yield brand;
            }
            case "award" -> awardBadge(brand, name);
            case "simulation" -> startRuleSimulation(brand);
            case "held" -> postEntry("holdPoints", brand, name, "/entry/hold/id", Map.of());
            default -> id(placeholder, brand, name);
        };
    }

    /** Posts an entry of 100 points. */
    private String postEntry(
            String mutation, String brand, String externalId, String answer, Map<String, ?> more) {
        var input = new HashMap<String, Object>(more);
        input.put("customer", Map.of("id", id("customer", brand, externalId)));
        input.put("amount", 100);
        input.put("reason", "For a sample");
        return api.move("administrator", mutation, input).at(answer).asString();
    }

    /** Creates an activity kind; returns its key. */
    private String createActivityKind(String brand, String name) {
        var document =
                """
                mutation($b: String!, $n: String!, $k: ID!) {
                  createActivityKind(
                    input: {
                      brand: $b, key: $n, name: "For a sample", domain: SERVICE, stage: AFTER_SALE, idempotencyKey: $k
                    }
                  ) { activityKind { key } }
                }
                """;
        return api.data(
                        "administrator",
                        document,
                        Map.of("b", brand, "n", name, "k", UUID.randomUUID().toString()))
                .at("/createActivityKind/activityKind/key")
                .asString();
    }

    /** Drafts a rule; returns the id of the version. */
    private String draftRule(String brand, String key) {
        return execute(
                "draftRule(input: {brand: $b, key: $n, name: \"For a sample\", kinds: [\""
                        + createActivityKind(brand, key + ".done")
                        + "\"], points: {fixed: 10}, when: {all: [{weekdays: [SATURDAY, SUNDAY]},"
                        + " {not: {hasReferrer: true}}]}, idempotencyKey: $k}) { it: ruleVersion {"
                        + " id } }",
                brand,
                key);
    }

    private String publishRule(String brand, String key) {
        var id = draftRule(brand, key);
        var document =
                "mutation($id: ID!, $k: ID!) { publishRule(input: {ruleVersionId: $id,"
                        + " idempotencyKey: $k}) { ruleVersion { id } } }";
        var variables = Map.of("id", id, "k", UUID.randomUUID().toString());
        return api.data("administrator", document, variables)
                .at("/publishRule/ruleVersion/id")
                .asString();
    }

    /** Publishes a rule and records an activity that it rewards; returns the activity's id. */
    private String recordRewarded(String brand, String externalId) {
        publishRule(brand, "weekends");
        var activity =
                Map.of(
                        "externalId",
                        UUID.randomUUID().toString(),
                        "kind",
                        "weekends.done",
                        "customer",
                        Map.of("external", Map.of("brand", brand, "externalId", externalId)),
                        "occurredAt",
                        "2026-11-21T10:00:00Z");
        var input = Map.of("brand", brand, "activities", List.of(activity));
        return api.data(
                        "administrator",
                        "mutation($input: RecordActivitiesInput!) { recordActivities(input: $input)"
                                + " { results { activity { id } } } }",
                        Map.of("input", input))
                .at("/recordActivities/results/0/activity/id")
                .asString();
    }

    private String setEarningLimit(String brand, String key) {
        return execute(
                "setEarningLimit(input: {brand: $b, key: $n, name: \"For a sample\", type: CAP,"
                        + " amount: 1000000, period: YEAR, idempotencyKey: $k}) { it:"
                        + " earningLimitVersion { id } }",
                brand,
                key);
    }

    private String setTierSet(String brand, String key) {
        return execute(
                "setTierSet(input: {brand: $b, key: $n, name: \"For a sample\", period: {calendar:"
                        + " YEAR}, tiers: [{key: \"only\", name: \"Only\", from: 0}],"
                        + " idempotencyKey: $k}) { it: tierSetVersion { id } }",
                brand,
                key);
    }

    /** Creates a badge and awards the badge manually; returns the id of the award. */
    private String awardBadge(String brand, String externalId) {
        var badge =
                execute(
                        "createBadge(input: {brand: $b, key: $n, name: \"For a sample\","
                                + " idempotencyKey: $k}) { it: badge { id } }",
                        brand,
                        UUID.randomUUID().toString());
        var document =
                """
                mutation($c: ID!, $n: ID!, $k: ID!) {
                  awardBadge(input: {customer: {id: $c}, badgeId: $n, idempotencyKey: $k}) { award { id } }
                }
                """;
        var variables =
                Map.of(
                        "c",
                        id("customer", brand, externalId),
                        "n",
                        badge,
                        "k",
                        UUID.randomUUID().toString());
        return api.data("administrator", document, variables).at("/awardBadge/award/id").asString();
    }

    /** Starts a rule simulation; returns its id. */
    private String startRuleSimulation(String brand) {
        var document =
                """
                mutation($b: String!) {
                  startRuleSimulation(input: {brand: $b, from: "2026-01-01T00:00:00Z", until: "2027-01-01T00:00:00Z"}) {
                    simulation { id }
                  }
                }
                """;
        return api.data("administrator", document, Map.of("b", brand))
                .at("/startRuleSimulation/simulation/id")
                .asString();
    }

    /** Executes a mutation that creates something; returns the id of the result. */
    private String execute(String mutation, String brand, String key) {
        var variables = Map.of("b", brand, "n", key, "k", UUID.randomUUID().toString());
        return api.data(
                        "administrator",
                        "mutation($b: String!, $n: String!, $k: ID!) { done: " + mutation + " }",
                        variables)
                .at("/done/it/id")
                .asString();
    }

    private String latestActivity(String brand, String externalId) {
        var document =
                """
                query($b: String!, $e: String!) {
                  customer(ref: {external: {brand: $b, externalId: $e}}) { activities(first: 1) { edges { node { id } } } }
                }
                """;
        return api.data("administrator", document, Map.of("b", brand, "e", externalId))
                .at("/customer/activities/edges/0/node/id")
                .asString();
    }

    private String latestEntry(String brand, String externalId) {
        var document =
                """
                query($b: String!, $e: String!) {
                  customer(ref: {external: {brand: $b, externalId: $e}}) { wallet { entries { edges { node { id } } } } }
                }
                """;
        return api.data("administrator", document, Map.of("b", brand, "e", externalId))
                .at("/customer/wallet/entries/edges/0/node/id")
                .asString();
    }

    private String id(String field, String brand, String externalId) {
        var document =
                "query($b: String!, $e: String!) { it: "
                        + field
                        + "(ref: {external: {brand: $b, externalId: $e}}) { id } }";
        return api.data("administrator", document, Map.of("b", brand, "e", externalId))
                .at("/it/id")
                .asString();
    }

    private String ofBrand(String field, String brand, String key) {
        var document =
                "query($b: String!) { brand(key: $b) { list: "
                        + field
                        + " { edges { node { id key } } } } }";
        return api.data("administrator", document, Map.of("b", brand))
                .at("/brand/list/edges")
                .valueStream()
                .map(edge -> edge.path("node"))
                .filter(node -> node.path("key").asString().equals(key))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    /** Returns the id of the latest redemption of a customer. */
    private String redemption(String brand, String externalId) {
        var document =
                """
                query($b: String!, $e: String!) {
                  customer(ref: {external: {brand: $b, externalId: $e}}) { redemptions(first: 1) { edges { node { id } } } }
                }
                """;
        return api.data("administrator", document, Map.of("b", brand, "e", externalId))
                .at("/customer/redemptions/edges/0/node/id")
                .asString();
    }

    private static Path sibling(Path sample, String ending) {
        return sample.resolveSibling(sample.getFileName().toString().replace(".graphql", ending));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
