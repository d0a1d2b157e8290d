package dev.grapevine.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.api.testing.GrapevineProcess;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

/** Servers that sign Open Badges, as operators start them: several, and wrongly. */
class OpenBadgesStartIT {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String PUBLIC_URL = "-Dgrapevine.public-url=https://grapevine.example";

    @TempDir Path folder;

    @Test
    void signsAlikeOnEveryServerWithTheSameKeyAndNowhereWithoutAnAddress() throws Exception {
        try (var first = start(PUBLIC_URL)) {
            var credential = credential(first);
            assertThat(credential.asString()).hasSizeGreaterThan(1_000);
            assertThat(permissions("signing.pem")).isEqualTo("rw-------");
            var join = "-Dgrapevine.embedded.join=true";
            try (var second = start(PUBLIC_URL, join)) {
                assertThat(credential(second)).isEqualTo(credential);
                assertThat(get(second).body()).isEqualTo(get(first).body());
            }
            try (var third = start("-Dgrapevine.public-url=false", join)) {
                assertThat(credential(third).isNull()).isTrue();
                assertThat(get(third).statusCode()).isEqualTo(401);
            }
        }
    }

    @Test
    void saysWhyItDoesNotStartWithAKeyThatOthersCanReadOrWithNone() throws Exception {
        var keys = Files.writeString(folder.resolve("signing.pem"), "not a key");
        Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rw-r--r--"));
        refuses("can be read or written by others than its owner", PUBLIC_URL);
        var missing = folder.resolve("missing.pem");
        refuses("cannot be read", PUBLIC_URL, "-Dgrapevine.signing-keys=" + missing);
        assertThat(missing).doesNotExist();
    }

    private void refuses(String reason, String... settings) {
        try (var process = GrapevineProcess.start(onFolder(settings))) {
            assertThat(process.exitCode()).as(process.output()).isNotZero();
            assertThat(process.output())
                    .contains("APPLICATION FAILED TO START", reason)
                    .doesNotContain("\tat ");
        }
    }

    private GrapevineProcess start(String... settings) {
        var process = GrapevineProcess.start(onFolder(settings));
        try {
            process.port();
            return process;
        } catch (CompletionException e) {
            process.close();
            throw new IllegalStateException("It was not ready in time:\n" + process.output(), e);
        }
    }

    private String[] onFolder(String... settings) {
        var all = new String[settings.length + 2];
        all[0] = "-Dgrapevine.embedded.folder=" + folder;
        all[1] = "-Dgrapevine.embedded.bolt-port=0";
        System.arraycopy(settings, 0, all, 2, settings.length);
        return all;
    }

    private JsonNode credential(GrapevineProcess server) throws Exception {
        var document =
                """
                { customer(ref: {external: {brand: "larkspur", externalId: "ada"}}) { badges { edges { node { credential } } } } }
                """;
        var request =
                HttpRequest.newBuilder(uri(server, "/graphql"))
                        .header("Content-Type", "application/json")
                        .header(
                                "Authorization",
                                "Bearer " + GrapevineProcess.key(folder, "administrator"))
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        JSON.writeValueAsString(Map.of("query", document))));
        return JSON.readTree(send(request).body())
                .at("/data/customer/badges/edges/0/node/credential");
    }

    private static HttpResponse<String> get(GrapevineProcess server) throws Exception {
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

    private String permissions(String file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file)));
    }
}
