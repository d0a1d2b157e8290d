package dev.grapevine.graph.kernel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps idempotency keys as nodes, claimed by the unique constraint on their scope. */
@Component
class GraphIdempotency implements Idempotency {

    private static final CypherFile CLAIM = CypherFile.of(GraphIdempotency.class, "claim-idempotency-key");

    private final Graph graph;
    private final Times times;
    private final JsonMapper json = JsonMapper.shared();

    GraphIdempotency(Graph graph, Times times) {
        this.graph = graph;
        this.times = times;
    }

    private record Claim(String subjectId, boolean isFirst, boolean isSameInput) {}

    @Override
    public <T> Outcome<T> once(
            IdempotencyKey key,
            Record command,
            String subjectId,
            Supplier<Outcome<T>> effect,
            Function<String, Outcome<T>> firstAnswer) {
        return graph.transact(() -> {
            var claim = claim(key, command, subjectId);
            if (claim.isFirst()) {
                return effect.get();
            }
            if (!claim.isSameInput()) {
                return Outcome.refused(new KeyReused(key.value()));
            }
            return switch (firstAnswer.apply(claim.subjectId())) {
                case Outcome.Done<T>(var value, _) -> new Outcome.Done<>(value, true);
                case Outcome.Refused<T> refused -> refused;
            };
        });
    }

    private Claim claim(IdempotencyKey key, Record command, String subjectId) {
        var parameters = Map.<String, Object>of(
                "scope", key.caller() + "|" + command.getClass().getSimpleName() + "|" + key.value(),
                "inputHash", hash(command),
                "subjectId", subjectId,
                "now", times.now());
        return graph.write(CLAIM, parameters, row -> row.as(Claim.class)).getFirst();
    }

    private String hash(Record command) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            var text = json.writeValueAsString(command).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(sha256.digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
