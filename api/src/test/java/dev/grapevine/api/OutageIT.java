package dev.grapevine.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.grapevine.api.testing.Api;
import dev.grapevine.api.testing.CuttableConnection;
import dev.grapevine.embedded.ServerForTests;
import dev.grapevine.graph.testing.TestBrand;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.GraphDatabase;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/**
 * Outages of the database: the API responds with errors within the time-out and recovers
 * automatically.
 */
class OutageIT {

    private static final String BALANCE =
            "{ customer(ref: {external: {brand: \"larkspur\", externalId: \"ada\"}}) { displayName"
                    + " wallet { balance } } }";
    private static final String AWARD =
            """
            mutation($id: ID!, $key: ID!) {
              awardPoints(input: {customer: {id: $id}, amount: 1, reason: "r", idempotencyKey: $key}) {
                entry { id } userErrors { code }
              }
            }
            """;
    private static final Duration MAX_RESPONSE_TIME = Duration.ofSeconds(2);

    @TempDir static Path folder;

    static ServerForTests server;
    static CuttableConnection cuttableConnection;
    static ConfigurableApplicationContext context;
    static Api api;

    @BeforeAll
    static void start() throws IOException {
        server = new ServerForTests(folder);
        cuttableConnection = new CuttableConnection(server.port());
        // Time-outs as in production; the other tests use longer ones.
        context =
                new SpringApplicationBuilder(Grapevine.class, TestBrand.class, Api.class)
                        .run(
                                "--server.port=0",
                                "--spring.neo4j.uri=bolt://127.0.0.1:" + cuttableConnection.port(),
                                "--spring.neo4j.authentication.username=neo4j",
                                "--spring.neo4j.authentication.password=" + server.password(),
                                "--grapevine.graph.timeout=1400ms",
                                "--grapevine.graph.max-wait=400ms",
                                "--grapevine.keys=" + folder.resolve("api.keys"));
        api = context.getBean(Api.class);
        assertThat(api.data("larkspur", BALANCE).at("/customer/displayName").asString())
                .isEqualTo("Ada");
    }

    @AfterAll
    static void stop() throws IOException {
        context.close();
        cuttableConnection.close();
        server.close();
    }

    @AfterEach
    void recovers() {
        cuttableConnection.restore();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> {
                            assertThat(api.errorCodes("larkspur", BALANCE)).isEmpty();
                            assertThat(api.get("/actuator/health").statusCode()).isEqualTo(200);
                        });
    }

    @Test
    void reportsAStoppedDatabaseWithinTwoSeconds() {
        server.stop();
        try {
            assertUnavailable();
        } finally {
            server.start();
        }
    }

    @Test
    void reportsABrokenConnectionWithinTwoSeconds() {
        cuttableConnection.cut();
        assertUnavailable();
    }

    @Test
    void reportsAHangingDatabaseWithinTwoSeconds() {
        cuttableConnection.stall();
        assertUnavailable();
    }

    private static void assertUnavailable() {
        for (var i = 0; i < 8; i++) {
            var started = System.nanoTime();
            assertThat(api.errorCodes("larkspur", BALANCE)).contains("GRAPH_UNAVAILABLE");
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(MAX_RESPONSE_TIME);
        }
        assertThat(api.get("/actuator/health").statusCode()).isEqualTo(503);
        assertThat(api.get("/actuator/health").body()).contains("DOWN");
        assertThat(api.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    }

    @Test
    void reportsTheOutageToCallersWithUncachedKeys() {
        cuttableConnection.cut();
        var started = System.nanoTime();
        var response =
                api.post(
                        "gv_live_000000000001_" + "0".repeat(64),
                        "{\"query\": \"{ __typename }\"}");
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(Api.json(response).at("/errors/0/extensions/code").asString())
                .isEqualTo("GRAPH_UNAVAILABLE");
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(MAX_RESPONSE_TIME);
    }

    @Test
    void reportsBusyWhileAWalletIsLocked() throws Exception {
        var mary =
                "{ customer(ref: {external: {brand: \"larkspur\", externalId: \"mary\"}}) { id } }";
        var id = api.data("larkspur", mary).at("/customer/id").asString();
        var uri = "bolt://127.0.0.1:" + server.port();
        try (var driver = GraphDatabase.driver(uri, AuthTokens.basic("neo4j", server.password()));
                var session = driver.session();
                var held = session.beginTransaction()) {
            held.run("MATCH (w:Wallet {customerId: $id}) SET w._lock = true", Map.of("id", id))
                    .consume();
            List<Callable<List<String>>> calls =
                    IntStream.range(0, 26)
                            .<Callable<List<String>>>mapToObj(
                                    i -> () -> award(id, "held-award-" + i))
                            .toList();
            assertThat(TestBrand.race(calls))
                    .allSatisfy(codes -> assertThat(codes).containsExactly("GRAPH_BUSY"));
            assertThat(api.errorCodes("larkspur", BALANCE)).isEmpty();
            assertThat(api.get("/actuator/health").statusCode()).isEqualTo(200);
        }
    }

    private static List<String> award(String customerId, String key) {
        return api.errorCodes("larkspur", AWARD, Map.of("id", customerId, "key", key));
    }

    @Test
    void postsEachAwardExactlyOnceWhenTheConnectionBreaksUnderLoad() throws Exception {
        var mary =
                api.data(
                                "larkspur",
                                "{ customer(ref: {external: {brand: \"larkspur\", externalId:"
                                        + " \"mary\"}}) { id wallet { balance } } }")
                        .path("customer");
        var before = mary.at("/wallet/balance").asLong();
        var cutter =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    for (var i = 0; i < 5; i++) {
                                        pause(150);
                                        cuttableConnection.cut();
                                        pause(20);
                                        cuttableConnection.restore();
                                    }
                                });
        for (var i = 0; i < 60; i++) {
            awardUntilItIsAcknowledged(mary.path("id").asString(), "outage-award-" + i);
        }
        cutter.join();
        var after =
                api.data(
                        "larkspur",
                        "{ customer(ref: {external: {brand: \"larkspur\", externalId: \"mary\"}}) {"
                                + " wallet { balance } } }");
        assertThat(after.at("/customer/wallet/balance").asLong()).isEqualTo(before + 60);
    }

    private static void awardUntilItIsAcknowledged(String customerId, String key) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> {
                            var answer =
                                    api.answer(
                                            "larkspur",
                                            AWARD,
                                            Map.of("id", customerId, "key", key));
                            return !answer.at("/data/awardPoints/entry/id").isMissingNode();
                        });
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
