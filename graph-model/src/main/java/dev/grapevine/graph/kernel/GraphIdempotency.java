package dev.grapevine.graph.kernel;

import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

/** Keeps idempotency keys as nodes, claimed by the unique constraint on their scope. */
@Component
class GraphIdempotency implements Idempotency {

    private static final CypherFile CLAIM =
            CypherFile.of(GraphIdempotency.class, "claim-idempotency-key");

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
            Call call,
            Record command,
            String subjectId,
            Supplier<Outcome<T>> effect,
            Function<String, Outcome<T>> firstAnswer) {
        var inputs = new Inputs().matches("idempotencyKey", call.idempotencyKey(), Call.KEY);
        if (!inputs.areRight()) {
            return inputs.refused();
        }
        return graph.transact(
                () -> {
                    var claim = claim(call, command, subjectId);
                    if (claim.isFirst()) {
                        return effect.get();
                    }
                    if (!claim.isSameInput()) {
                        return Outcome.refused(new KeyReused(call.idempotencyKey()));
                    }
                    return switch (firstAnswer.apply(claim.subjectId())) {
                        case Outcome.Done<T>(var value, _) -> new Outcome.Done<>(value, true);
                        case Outcome.Refused<T> refused -> refused;
                    };
                });
    }

    private Claim claim(Call call, Record command, String subjectId) {
        var parameters =
                Map.<String, Object>of(
                        "scope",
                                call.caller().id()
                                        + "|"
                                        + name(command)
                                        + "|"
                                        + call.idempotencyKey(),
                        "inputHash", hash(command),
                        "subjectId", subjectId,
                        "brandId", Objects.requireNonNullElse(call.caller().brandId(), "_system"),
                        "now", times.now());
        return graph.write(CLAIM, parameters, row -> row.as(Claim.class)).getFirst();
    }

    private static String name(Record command) {
        return command instanceof InBrand(_, var inner)
                ? inner.getClass().getSimpleName()
                : command.getClass().getSimpleName();
    }

    private String hash(Record command) {
        return Sha256.of(json.writeValueAsString(command));
    }
}
