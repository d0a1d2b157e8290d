package dev.grapevine.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.api.kernel.security.ApiKeyFile;
import dev.grapevine.api.testing.Api;
import dev.grapevine.api.testing.ApiTest;
import dev.grapevine.api.testing.GrapevineProcess;
import dev.grapevine.embedded.ServerForTests;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.CompletionException;

/**
 * Starts of servers that sign Open Badges: several on one database, and misconfigured ones. The
 * first server is the shared one of all API tests.
 */
@ApiTest
class OpenBadgesStartIT {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String PUBLIC_URL = "-Dgrapevine.public-url=https://grapevine.example";
    private static final String CREDENTIAL =
            """
            { customer(ref: {external: {brand: "larkspur", externalId: "ada"}}) { badgeAwards { edges { node { credential } } } } }
            """;

    @Autowired Api first;

    @Autowired ApiKeyFile keys;

    @Autowired Neo4jConnectionDetails database;

    @TempDir Path folder;

    @Test
    void signsIdenticallyOnEveryServerAndOnlyWithAPublicUrl() throws Exception {
        var credential = credential(first.data("administrator", CREDENTIAL));
        assertThat(credential.asString()).hasSizeGreaterThan(1_000);
        var signingKeys = keys.path().resolveSibling("signing.pem");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(signingKeys)))
                .isEqualTo("rw-------");
        try (var second = start(keys.path(), PUBLIC_URL)) {
            assertThat(credential(second)).isEqualTo(credential);
            assertThat(publishedKeys(second).body())
                    .isEqualTo(first.get("/.well-known/jwks.json").body());
        }
        try (var third = start(keys.path(), "-Dgrapevine.public-url=false")) {
            assertThat(credential(third).isNull()).isTrue();
            assertThat(publishedKeys(third).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void reportsAKeyFileAccessibleToOtherUsersAtTheStart() throws Exception {
        var signingKeys = Files.writeString(folder.resolve("signing.pem"), "not a key");
        Files.setPosixFilePermissions(signingKeys, PosixFilePermissions.fromString("rw-r--r--"));
        try (var process = process(folder.resolve("api.keys"), PUBLIC_URL)) {
            assertThat(process.exitCode()).as(process.output()).isNotZero();
            assertThat(process.output())
                    .contains(
                            "APPLICATION FAILED TO START",
                            "is accessible to users other than its owner")
                    .doesNotContain("\tat ");
        }
    }

    private GrapevineProcess start(Path keys, String setting) {
        var process = process(keys, setting);
        try {
            process.port();
            return process;
        } catch (CompletionException e) {
            process.close();
            throw new IllegalStateException(
                    "The server was not ready in time:\n" + process.output(), e);
        }
    }

    private GrapevineProcess process(Path keys, String setting) {
        return GrapevineProcess.start(
                setting,
                "--spring.profiles.active=production",
                "--spring.neo4j.uri=bolt://" + database.getUri().getAuthority(),
                "--spring.neo4j.authentication.username=neo4j",
                "--spring.neo4j.authentication.password=" + ServerForTests.passwordOf(database),
                "--grapevine.keys=" + keys);
    }

    private JsonNode credential(GrapevineProcess server) throws Exception {
        var request =
                HttpRequest.newBuilder(uri(server, "/graphql"))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + first.key("administrator"))
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        JSON.writeValueAsString(Map.of("query", CREDENTIAL))));
        return credential(Api.json(send(request)).path("data"));
    }

    private static JsonNode credential(JsonNode data) {
        return data.at("/customer/badgeAwards/edges/0/node/credential");
    }

    private static HttpResponse<String> publishedKeys(GrapevineProcess server) throws Exception {
        return send(HttpRequest.newBuilder(uri(server, "/.well-known/jwks.json")));
    }

    private static URI uri(GrapevineProcess server, String path) {
        return URI.create("http://localhost:" + server.port() + path);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
