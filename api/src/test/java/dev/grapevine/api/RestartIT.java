package dev.grapevine.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.grapevine.api.testing.GrapevineProcess;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.exceptions.AuthenticationException;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Kills and restarts of the process, and commands on a running process. */
class RestartIT {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir Path folder;

    @Test
    void keepsEveryAcknowledgedAwardExactlyOnceAfterAKillUnderLoad() throws Exception {
        var acknowledged = new AtomicInteger();
        String customerId;
        long before;
        try (var first = GrapevineProcess.on(folder)) {
            customerId = customer(first).path("id").asString();
            before = balance(first);
            assertThatPasswordAndKeysAreProtected(first);
            var load =
                    Thread.ofVirtual()
                            .start(() -> awardUntilConnectionLost(first, customerId, acknowledged));
            await().atMost(Duration.ofSeconds(60)).until(() -> acknowledged.get() >= 50);
            first.kill();
            load.join();
        }
        try (var second = GrapevineProcess.on(folder)) {
            var balance = balance(second) - before;
            assertThat(balance).isBetween((long) acknowledged.get(), acknowledged.get() + 1L);
            for (var i = 0; i <= acknowledged.get(); i++) {
                assertThat(
                                award(second, customerId, i)
                                        .at("/data/awardPoints/entry/id")
                                        .isMissingNode())
                        .isFalse();
            }
            assertThat(balance(second) - before).isEqualTo(acknowledged.get() + 1L);
            assertThatASecondProcessReportsTheFolderInUse();
            assertThatAnImportRunsOnTheRunningProcess(second);
            assertThatARefusedImportRegistersNoBrand(second);
            assertThatTheLedgerOfTheRunningProcessIsValid();
        }
    }

    private void assertThatASecondProcessReportsTheFolderInUse() {
        try (var second = GrapevineProcess.start("--grapevine.embedded.folder=" + folder)) {
            assertThat(second.exitCode()).isNotZero();
            assertThat(second.output())
                    .contains(
                            "in use by another process",
                            "Stop the Grapevine that runs on this folder");
        }
    }

    private void assertThatAnImportRunsOnTheRunningProcess(GrapevineProcess running)
            throws IOException {
        var files = Files.createDirectory(folder.resolve("to-import"));
        Files.writeString(
                files.resolve("customers.csv"),
                """
                externalId,joinedAt,displayName,referredBy
                hopper,2026-02-01T00:00:00Z,Hopper,lovelace
                lovelace,2026-01-01T00:00:00Z,Lovelace,
                lamarr,not a date,Lamarr,
                """);
        try (var command =
                GrapevineProcess.start(
                        "import",
                        "--brand=navy",
                        "--rejects=" + folder.resolve("rejects.csv"),
                        "-Dgrapevine.embedded.folder=" + folder,
                        files.toString())) {
            assertThat(command.exitCode()).as(command.output()).isZero();
            assertThat(command.output()).contains("customers", "referrals", "Completed in");
        }
        assertThat(Files.readString(folder.resolve("rejects.csv")))
                .contains("customers.csv,4,", "not a date");
        var document =
                "{ customer(ref: {external: {brand: \"navy\", externalId: \"hopper\"}}) { referrer"
                        + " { displayName } } }";
        var answer = post(running, "administrator", document, Map.of());
        assertThat(answer.at("/data/customer/referrer/displayName").asString())
                .isEqualTo("Lovelace");
    }

    private void assertThatARefusedImportRegistersNoBrand(GrapevineProcess running)
            throws IOException {
        var files = Files.createDirectory(folder.resolve("refused"));
        Files.writeString(files.resolve("customers.csv"), "externalId,joinedAt\nhopper,\n");
        try (var command =
                GrapevineProcess.start(
                        "import",
                        "--brand=refused",
                        "-Dgrapevine.embedded.folder=" + folder,
                        files.toString())) {
            assertThat(command.exitCode()).as(command.output()).isEqualTo(2);
            assertThat(command.output())
                    .contains("customers.csv lacks the columns [displayName, referredBy].")
                    .doesNotContain("\tat ");
        }
        var answer = post(running, "administrator", "{ brand(key: \"refused\") { id } }", Map.of());
        assertThat(answer.at("/data/brand").isNull()).isTrue();
    }

    private void assertThatTheLedgerOfTheRunningProcessIsValid() {
        var join = "-Dgrapevine.embedded.folder=" + folder;
        try (var command = GrapevineProcess.start("verify-ledger", "--brand=larkspur", join)) {
            assertThat(command.exitCode()).as(command.output()).isZero();
            assertThat(command.output()).contains("wallets", "The ledger is valid.");
        }
        try (var command = GrapevineProcess.start("verify-ledger", "--brand=nobodys", join)) {
            assertThat(command.exitCode()).as(command.output()).isEqualTo(2);
            assertThat(command.output()).contains("Brand 'nobodys' does not exist.");
        }
    }

    private void assertThatPasswordAndKeysAreProtected(GrapevineProcess first) throws IOException {
        await().until(() -> first.output().contains("orbit "));
        assertThat(first.output())
                .contains("GraphiQL", "/graphiql/#key=" + GrapevineProcess.key(folder, "larkspur"))
                .contains("Neo4j Browser", "user neo4j, password")
                .contains(GrapevineProcess.key(folder, "administrator"));
        assertThat(permissions("neo4j.password")).isEqualTo("rw-------");
        assertThat(permissions("api.keys")).isEqualTo("rw-------");
        var address = Files.readString(folder.resolve("neo4j.address")).strip();
        assertThat(URI.create(address).getHost()).isEqualTo("127.0.0.1");
        assertThatThrownBy(() -> connect(address, "neo4j"))
                .isInstanceOf(AuthenticationException.class);
        connect(address, Files.readString(folder.resolve("neo4j.password")).strip());
    }

    private String permissions(String file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file)));
    }

    private static void connect(String address, String password) {
        try (var driver = GraphDatabase.driver(address, AuthTokens.basic("neo4j", password))) {
            driver.verifyConnectivity();
        }
    }

    @Test
    void reportsAPortInUse() throws IOException {
        try (var busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var process =
                        GrapevineProcess.start(
                                "--grapevine.embedded.folder=" + folder,
                                "--grapevine.embedded.bolt-port=" + busy.getLocalPort())) {
            assertThat(process.exitCode()).isNotZero();
            assertThat(process.output())
                    .contains(
                            "Bolt port " + busy.getLocalPort(),
                            "already in use",
                            "choose another port");
        }
    }

    private void awardUntilConnectionLost(
            GrapevineProcess process, String customerId, AtomicInteger acknowledged) {
        try {
            while (true) {
                var response = award(process, customerId, acknowledged.get());
                if (!response.at("/data/awardPoints/entry/id").isMissingNode()) {
                    acknowledged.incrementAndGet();
                }
            }
        } catch (IOException _) {
            // The process was killed.
        }
    }

    private JsonNode award(GrapevineProcess process, String customerId, int number)
            throws IOException {
        var document =
                """
                mutation($id: ID!, $key: ID!) {
                  awardPoints(input: {customer: {id: $id}, amount: 1, reason: "r", idempotencyKey: $key}) { entry { id } }
                }
                """;
        return post(
                process,
                "larkspur",
                document,
                Map.of("id", customerId, "key", "restart-" + number));
    }

    private JsonNode customer(GrapevineProcess process) throws IOException {
        var document =
                "{ customer(ref: {external: {brand: \"larkspur\", externalId: \"barbara\"}}) { id"
                        + " wallet { balance } } }";
        return post(process, "larkspur", document, Map.of()).at("/data/customer");
    }

    private long balance(GrapevineProcess process) throws IOException {
        return customer(process).at("/wallet/balance").asLong();
    }

    private JsonNode post(
            GrapevineProcess process, String caller, String document, Map<String, ?> variables)
            throws IOException {
        var request =
                HttpRequest.newBuilder(
                                URI.create("http://localhost:" + process.port() + "/graphql"))
                        .header("Authorization", "Bearer " + GrapevineProcess.key(folder, caller))
                        .header("Content-Type", "application/json")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        JSON.writeValueAsString(
                                                Map.of("query", document, "variables", variables))))
                        .build();
        try {
            return JSON.readTree(HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
