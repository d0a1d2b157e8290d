package dev.grapevine.benchmarks.measurement;

import dev.grapevine.benchmarks.load.Document;
import dev.grapevine.benchmarks.load.GraphQlCaller;
import dev.grapevine.benchmarks.load.Load;
import dev.grapevine.benchmarks.load.Plan;
import dev.grapevine.benchmarks.stage.Skipped;
import dev.grapevine.benchmarks.stage.Stage;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Goal 7: activities recorded in batches of 100, evaluated by 10 active rules and 5 badges.
 * Throughput in activities per second; latencies are those of a batch. The activities of a customer
 * are sent in order of occurrence. At the end the duration of a simulation over the history is
 * measured.
 */
public final class ActivityBatches implements Measurement {

    private static final String OURS = "grapevine";
    private static final int BATCH = 100;
    private static final int ACTIVITIES_PER_REQUEST = 10;
    private static final int CONNECTIONS_MAX = 8;
    private static final int KINDS = 5;
    private static final Instant BEGINNING = Instant.parse("2020-01-01T00:00:00Z");

    private static final String TEXT =
            """
            mutation($activities: [ActivityInput!]!) {
              recordActivities(input: {brand: "bench", activities: $activities}) {
                results { activity { id } userErrors { code } }
                userErrors { code }
              }
            }\
            """;
    private static final String RESULTS = "\"results\":[";
    private static final Document DOCUMENT = new Document(TEXT);

    private final Stage stage;
    private final int connections;

    public ActivityBatches(Stage stage, Plan plan) {
        this.stage = stage;
        this.connections = Math.min(CONNECTIONS_MAX, plan.connections());
    }

    @Override
    public String name() {
        return "activity-batches";
    }

    @Override
    public List<Comparison> comparisons() {
        return List.of(
                new Comparison(
                        "7 recordActivities of 100, 10 rules, 5 badges [activities]",
                        OURS,
                        OURS,
                        new Goal.PerSecond(5_000)));
    }

    @Override
    public void prepare() throws Skipped {
        stage.expect("recordActivities", TEXT, Map.of("activities", List.of()));
        for (var kind = 0; kind < KINDS; kind++) {
            command(
                    "createActivityKind",
                    "CreateActivityKindInput",
                    Map.of(
                            "key", "bench.kind" + kind,
                            "name", "A kind",
                            "domain", "MARKETING",
                            "stage", "IN_SALE"));
            rule(
                    "fixed-" + kind,
                    Map.of("fixed", 2 + kind),
                    kind,
                    Map.of("caps", List.of(Map.of("max", 50, "period", "DAY"))));
            rule(
                    "value-" + kind,
                    Map.of("perValue", Map.of("points", "1", "value", "10")),
                    kind,
                    Map.of("when", often("bench.kind" + kind)));
            badge(kind);
        }
    }

    /** Returns the condition of at least 20 activities of a kind in 30 days. */
    private static Map<String, ?> often(String kind) {
        return Map.of(
                "aggregate",
                Map.of(
                        "aggregate",
                        Map.of("type", "COUNT", "kinds", List.of(kind), "days", 30),
                        "comparison",
                        "AT_LEAST",
                        "value",
                        "20"));
    }

    private void rule(String key, Map<String, ?> points, int kind, Map<String, ?> more) {
        var input = new HashMap<String, Object>(more);
        input.putAll(
                Map.of(
                        "key", key,
                        "name", key,
                        "kinds", List.of("bench.kind" + kind),
                        "points", points));
        var id =
                command("draftRule", "DraftRuleInput", input, "ruleVersion { id }")
                        .at("/ruleVersion/id")
                        .asString();
        stage.administer(
                "mutation($input: PublishRuleInput!) { publishRule(input: $input) { userErrors {"
                        + " code } } }",
                Map.of(
                        "input",
                        Map.of("ruleVersionId", id, "idempotencyKey", "benchmark-publish-" + key)));
    }

    private void badge(int kind) {
        command(
                "createBadge",
                "CreateBadgeInput",
                Map.of(
                        "key",
                        "badge-" + kind,
                        "name",
                        "Badge",
                        "criteria",
                        Map.of(
                                "kinds",
                                Map.of("kind", "bench.kind" + kind),
                                "threshold",
                                50 * (kind + 1))));
    }

    private void command(String mutation, String type, Map<String, ?> input) {
        command(mutation, type, input, "");
    }

    private JsonNode command(String mutation, String type, Map<String, ?> input, String fields) {
        var keyed = new HashMap<String, Object>(input);
        keyed.put("brand", Stage.BRAND);
        keyed.put(
                "idempotencyKey",
                "benchmark-" + (input.containsKey("key") ? input.get("key") : input.get("name")));
        var payload =
                stage.administer(
                                "mutation($input: %s!) { %s(input: $input) { %s userErrors { code message } } }"
                                        .formatted(type, mutation, fields),
                                Map.of("input", keyed))
                        .at("/data/" + mutation);
        if (payload.path("userErrors").size() != 0 || payload.isMissingNode()) {
            throw new IllegalStateException(mutation + ": " + payload);
        }
        return payload;
    }

    @Override
    public void run(Round round) {
        var batches = Math.max(1, round.requests() * ACTIVITIES_PER_REQUEST / BATCH);
        round.ours(OURS, stage, () -> Load.run(batches, connections, stage.partners(this::send)));
    }

    private int send(GraphQlCaller caller) throws IOException {
        var activities =
                LongStream.range(0, BATCH)
                        .mapToObj(_ -> stage.nextCall())
                        .map(this::activity)
                        .collect(Collectors.joining(",", "{\"activities\":[", "]}"));
        var response = caller.sendUntilAnswered(DOCUMENT.with(activities), RESULTS, RESULTS);
        if (response.contains("\"code\":")) {
            throw new IOException(
                    response.substring(response.indexOf("\"code\":")).substring(0, 80));
        }
        return response.split("\"activity\":\\{", -1).length - 1;
    }

    private String activity(long call) {
        return "{\"externalId\":\"a%d\",\"kind\":\"bench.kind%d\",\"customer\":{\"external\":{\"brand\":\"bench\",\"externalId\":\"%s\"}},\"occurredAt\":\"%s\",\"value\":\"12.50\"}"
                .formatted(
                        call,
                        call % KINDS,
                        stage.customer(call).externalId(),
                        BEGINNING.plusSeconds(call * 10));
    }

    @Override
    public List<String> remarks() {
        var from = System.nanoTime();
        var id =
                stage.administer(
                                """
                                mutation($input: StartRuleSimulationInput!) {
                                  startRuleSimulation(input: $input) { simulation { id } userErrors { code } }
                                }\
                                """,
                                Map.of(
                                        "input",
                                        Map.of(
                                                "brand",
                                                Stage.BRAND,
                                                "ruleVersionIds",
                                                List.of(),
                                                "from",
                                                "2020-01-01T00:00:00Z",
                                                "until",
                                                "2030-01-01T00:00:00Z")))
                        .at("/data/startRuleSimulation/simulation/id")
                        .asString();
        var simulation = simulation(id);
        while (simulation.path("state").asString().equals("RUNNING")) {
            pause();
            simulation = simulation(id);
        }
        return List.of(
                "startRuleSimulation: %s, %,d activities of %,d customers in %.1f s"
                        .formatted(
                                simulation.path("state").asString(),
                                simulation.path("evaluatedActivities").asLong(),
                                simulation.path("evaluatedCustomers").asLong(),
                                (System.nanoTime() - from) / 1e9));
    }

    private JsonNode simulation(String id) {
        return stage.administer(
                        "query($id: ID!) { node(id: $id) { ... on RuleSimulation { state"
                                + " evaluatedCustomers evaluatedActivities } } }",
                        Map.of("id", id))
                .at("/data/node");
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
