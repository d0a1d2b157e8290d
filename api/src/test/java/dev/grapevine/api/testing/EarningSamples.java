package dev.grapevine.api.testing;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Executes the programmes of the client samples, as {@code configure.mjs} does. */
public final class EarningSamples {

    private static final Path SAMPLES = Path.of("../client-samples");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Map<String, String> DOCUMENTS =
            Map.of(
                    "create-activity-kind", "activity/create-activity-kind",
                    "set-earning-limit", "earning/set-earning-limit",
                    "create-badge", "badge/create-badge");

    private EarningSamples() {}

    /** Registers a brand. */
    public static void register(Api api, String brand) {
        command(api, "brand/register-brand", Map.of("key", brand, "name", brand));
    }

    /** Executes a programme for a brand. */
    public static void send(Api api, String brand, String programme) {
        for (var step : steps(programme)) {
            var input =
                    new HashMap<>(
                            JSON.convertValue(
                                    step.get("input"),
                                    new TypeReference<Map<String, Object>>() {}));
            input.put("brand", brand);
            var operation = step.get("operation").asString();
            if (operation.equals("rule")) {
                var draft = command(api, "earning/draft-rule", input).at("/ruleVersion/id");
                command(api, "earning/publish-rule", Map.of("ruleVersionId", draft.asString()));
            } else {
                command(api, DOCUMENTS.get(operation), input);
            }
        }
    }

    /** Returns the names of the badges of a programme. */
    public static List<String> badges(String programme) {
        return steps(programme).stream()
                .filter(step -> step.get("operation").asString().equals("create-badge"))
                .map(step -> step.at("/input/name").asString())
                .toList();
    }

    private static List<JsonNode> steps(String programme) {
        return JSON.readTree(text("communities/" + programme)).valueStream().toList();
    }

    private static JsonNode command(Api api, String operation, Map<String, ?> input) {
        var keyed = new HashMap<String, Object>(input);
        keyed.put("idempotencyKey", UUID.randomUUID().toString());
        var document = text("operations/" + operation + ".graphql");
        var data = api.data("administrator", document, Map.of("input", keyed));
        var payload = data.valueStream().findFirst().orElseThrow();
        assertThat(payload.path("userErrors").size()).as(operation + payload).isZero();
        return payload;
    }

    private static String text(String file) {
        try {
            return Files.readString(SAMPLES.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
