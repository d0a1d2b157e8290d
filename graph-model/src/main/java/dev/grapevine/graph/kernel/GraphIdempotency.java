package dev.grapevine.graph.kernel;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

/** Keeps idempotency keys as nodes, claimed by the unique constraint on their scope. */
@Component
class GraphIdempotency implements Idempotency {

    private static final CypherFile CLAIM =
            CypherFile.of(GraphIdempotency.class, "claim-idempotency-keys");
    private static final CypherFile FORGET =
            CypherFile.of(GraphIdempotency.class, "forget-idempotency-keys");

    private final Graph graph;
    private final Times times;

    GraphIdempotency(Graph graph, Times times) {
        this.graph = graph;
        this.times = times;
    }

    private record Claim(
            String scope, String inputHash, String subjectId, String brandId, OffsetDateTime now) {}

    private record Claimed(String subjectId, boolean isFirst, boolean isSameInput) {}

    @Override
    public <T> Outcome<T> once(
            Call call,
            Command command,
            String subjectId,
            Supplier<Outcome<T>> effect,
            Function<String, Outcome<T>> firstAnswer) {
        var inputs = call.check();
        if (!inputs.areRight()) {
            return inputs.refused();
        }
        return graph.transact(
                () -> {
                    var once = new Once(call, command, subjectId);
                    var claim = claim(List.of(once)).getFirst();
                    if (claim.isFirst()) {
                        return effect.get();
                    }
                    return again(
                            once,
                            claim,
                            claim.isSameInput() ? firstAnswer.apply(claim.subjectId()) : null);
                });
    }

    @Override
    public <T> List<Outcome<T>> each(
            List<Once> commands,
            Function<List<Once>, List<Outcome<T>>> effects,
            Function<Collection<String>, Map<String, Outcome<T>>> firstAnswers) {
        return graph.inOneTransaction(
                () -> {
                    var claims = claim(commands);
                    var answers = firstAnswers(claims, firstAnswers);
                    var fresh = new ArrayList<Once>();
                    for (var i = 0; i < claims.size(); i++) {
                        if (claims.get(i).isFirst()) {
                            fresh.add(commands.get(i));
                        }
                    }
                    var done = carriedOut(fresh, effects).iterator();
                    var outcomes = new ArrayList<Outcome<T>>();
                    for (var i = 0; i < claims.size(); i++) {
                        var claim = claims.get(i);
                        outcomes.add(
                                claim.isFirst()
                                        ? done.next()
                                        : again(
                                                commands.get(i),
                                                claim,
                                                answers.get(claim.subjectId())));
                    }
                    return outcomes;
                });
    }

    private static <T> Map<String, Outcome<T>> firstAnswers(
            List<Claimed> claims,
            Function<Collection<String>, Map<String, Outcome<T>>> firstAnswers) {
        var known =
                claims.stream()
                        .filter(claim -> !claim.isFirst() && claim.isSameInput())
                        .map(Claimed::subjectId)
                        .toList();
        return known.isEmpty() ? Map.of() : firstAnswers.apply(known);
    }

    /** Carries commands out, and forgets the keys of those that were refused, but not for ever. */
    private <T> List<Outcome<T>> carriedOut(
            List<Once> commands, Function<List<Once>, List<Outcome<T>>> effects) {
        if (commands.isEmpty()) {
            return List.of();
        }
        var outcomes = effects.apply(commands);
        var free = new ArrayList<String>();
        for (var i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) instanceof Outcome.Refused<T>(_, var isKept) && !isKept) {
                free.add(commands.get(i).scope());
            }
        }
        if (!free.isEmpty()) {
            graph.write(FORGET, Map.of("scopes", free));
        }
        return outcomes;
    }

    private static <T> Outcome<T> again(
            Once once, Claimed claim, @Nullable Outcome<T> firstAnswer) {
        if (!claim.isSameInput()) {
            return Outcome.refused(new KeyReused(once.call().idempotencyKey()));
        }
        return switch (Objects.requireNonNull(firstAnswer)) {
            case Outcome.Done<T>(var value, _) -> new Outcome.Done<>(value, true);
            case Outcome.Refused<T> refused -> refused;
        };
    }

    /** Claims keys, in the order of their scopes; answers in the order of the commands. */
    private List<Claimed> claim(List<Once> commands) {
        var now = times.now();
        var claims = commands.stream().map(once -> claim(once, now)).toList();
        var inOrder = claims.stream().sorted(Comparator.comparing(Claim::scope)).toList();
        var claimed = new HashMap<String, Claimed>();
        graph.write(
                CLAIM,
                Map.of("claims", inOrder),
                row -> claimed.put(row.get("scope").asString(), row.as(Claimed.class)));
        return claims.stream()
                .map(claim -> Objects.requireNonNull(claimed.get(claim.scope())))
                .toList();
    }

    private Claim claim(Once once, OffsetDateTime now) {
        return new Claim(
                once.scope(),
                Sha256.of(CanonicalJson.of(once.command())),
                once.subjectId(),
                Objects.requireNonNullElse(once.call().caller().brandId(), "_system"),
                now);
    }
}
