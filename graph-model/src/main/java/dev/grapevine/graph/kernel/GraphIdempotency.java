package dev.grapevine.graph.kernel;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.springframework.stereotype.Component;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializerBase;

import java.time.OffsetDateTime;
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
    private final JsonMapper json = hashable();

    GraphIdempotency(Graph graph, Times times) {
        this.graph = graph;
        this.times = times;
    }

    /**
     * The same command always reads the same: maps in the order of their keys, times in UTC, and
     * nothing for what is not there, so that a field that is added later changes no old hash.
     */
    private static JsonMapper hashable() {
        var times = new SimpleModule();
        times.addSerializer(OffsetDateTime.class, new InUtc());
        return JsonMapper.builder()
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .changeDefaultPropertyInclusion(
                        inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .addModule(times)
                .build();
    }

    private static final class InUtc extends ToStringSerializerBase {
        InUtc() {
            super(OffsetDateTime.class);
        }

        @Override
        public String valueToString(Object time) {
            return Times.utc((OffsetDateTime) time).toString();
        }
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
