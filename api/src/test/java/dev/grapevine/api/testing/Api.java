package dev.grapevine.api.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.access.ApiKeys;
import dev.grapevine.graph.demo.DemoData;
import dev.grapevine.graph.kernel.database.GraphException;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** HTTP client of the API, with the keys of the demo brands. */
public class Api {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** A cold database on a busy machine can exceed the time-out; the next attempt continues. */
    private static final RetryTemplate RETRY =
            new RetryTemplate(
                    RetryPolicy.builder()
                            .maxRetries(4)
                            .delay(Duration.ofSeconds(2))
                            .includes(GraphException.class)
                            .build());

    private final HttpClient http = HttpClient.newHttpClient();
    private final Environment environment;
    private final DemoData demoData;
    private final ApiKeys apiKeys;
    private final Map<String, String> keys = new HashMap<>();

    Api(DemoData demoData, ApiKeys apiKeys, Environment environment) {
        this.demoData = demoData;
        this.apiKeys = apiKeys;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void createDemoData() {
        RETRY.invoke(() -> demoData.create(this::keep));
        DemoData.BRANDS.stream()
                .filter(brand -> !keys.containsKey(brand))
                .forEach(brand -> keep(demoData.anotherKey(brand)));
        keys.put("administrator", apiKeys.issueForAdministrator());
    }

    /** Keeps a key unless the partner was registered by an earlier attempt, which had the key. */
    private void keep(DemoData.DemoKey key) {
        if (key.apiKey() != null) {
            keys.put(key.brand(), key.apiKey());
        }
    }

    /**
     * Returns the key of {@code administrator}, of a partner of a demo brand by the key of the
     * brand, or of a partner from {@link #newPartner} by its id.
     */
    public String key(String name) {
        return keys.get(name);
    }

    public URI uri(String path) {
        return URI.create(
                "http://localhost:" + environment.getProperty("local.server.port") + path);
    }

    /** Returns {@code data} of the response; fails the test if the response has errors. */
    public JsonNode data(String caller, String document, Map<String, ?> variables) {
        var answer = answer(caller, document, variables);
        assertThat(answer.path("errors").isMissingNode()).as(answer.toString()).isTrue();
        return answer.path("data");
    }

    public JsonNode data(String caller, String document) {
        return data(caller, document, Map.of());
    }

    /** Returns the codes of {@code errors} in the response. */
    public List<String> errorCodes(String caller, String document, Map<String, ?> variables) {
        return answer(caller, document, variables)
                .path("errors")
                .valueStream()
                .map(error -> error.path("extensions").path("code").asString())
                .toList();
    }

    public List<String> errorCodes(String caller, String document) {
        return errorCodes(caller, document, Map.of());
    }

    /**
     * Executes a mutation that posts an entry, for example {@code awardPoints}; returns its
     * payload. An idempotency key is generated if the input has none.
     */
    public JsonNode move(String caller, String mutation, Map<String, ?> input) {
        var document =
                """
                mutation($input: %sInput!) {
                  %s(input: $input) {
                    entry { id kind amount balanceAfter hold { id state captured } }
                    userErrors {
                      code path
                      ... on InsufficientPoints { balance required }
                      ... on AwardLimitExceeded { limit remaining }
                    }
                    isReplay
                  }
                }
                """;
        var type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1);
        var keyed = new HashMap<String, Object>();
        keyed.put("idempotencyKey", UUID.randomUUID().toString());
        keyed.putAll(input);
        return data(caller, document.formatted(type, mutation), Map.of("input", keyed))
                .path(mutation);
    }

    /** Returns the codes of {@code userErrors} in a payload. */
    public static List<String> userErrorCodes(JsonNode payload) {
        return payload.path("userErrors")
                .valueStream()
                .map(error -> error.path("code").asString())
                .toList();
    }

    /** Returns a reference by external id. */
    public static Map<String, ?> external(String brand, String externalId) {
        return Map.of("external", Map.of("brand", brand, "externalId", externalId));
    }

    /** Registers a partner of a brand; returns its id, which names the caller in other methods. */
    public String newPartner(String brand) {
        var document =
                """
                mutation($brand: String!, $key: ID!) {
                  registerPartner(input: {brand: $brand, name: "A partner", idempotencyKey: $key}) {
                    partner { id } apiKey
                  }
                }
                """;
        var variables = Map.of("brand", brand, "key", UUID.randomUUID().toString());
        var registered = data("administrator", document, variables).path("registerPartner");
        var id = registered.at("/partner/id").asString();
        keys.put(id, registered.path("apiKey").asString());
        return id;
    }

    /** Returns the response to a document. */
    public JsonNode answer(String caller, String document, Map<String, ?> variables) {
        return json(
                post(
                        key(caller),
                        JSON.writeValueAsString(
                                Map.of("query", document, "variables", variables))));
    }

    /** Returns the HTTP response to a body; the request has no key if {@code key} is null. */
    public HttpResponse<String> post(String key, String body) {
        var request =
                HttpRequest.newBuilder(uri("/graphql"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        return send(request.build());
    }

    /** Returns the HTTP response to a GET request with a key. */
    public HttpResponse<String> get(String path, String key) {
        return send(
                HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + key).build());
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(uri(path)).build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }
}
