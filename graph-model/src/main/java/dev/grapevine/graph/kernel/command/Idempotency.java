package dev.grapevine.graph.kernel.command;

import dev.grapevine.graph.kernel.Ids;
import dev.grapevine.graph.kernel.Sha256;
import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;


import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
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

/**
 * Makes a command safe to repeat. The key is stored in the transaction of the effect, with a hash
 * of the command and the id of what the command produced: the same call again is answered with
 * that, another call under the same key is refused with {@code IDEMPOTENCY_KEY_REUSED}. Keys are
 * kept for ever.
 *
 * <p>Keys with hashes are what Stripe and Formance do; storing the id instead of the answer works
 * because every command here produces one node whose identity never changes.
 *
 * <p>Keeps idempotency keys as nodes, claimed by the unique constraint on their scope.
 */
@Component
public class Idempotency {

    private static final CypherStatement CLAIM =
            CypherStatement.of(Idempotency.class, "claim-idempotency-keys");
    private static final CypherStatement RELEASE =
            CypherStatement.of(Idempotency.class, "forget-idempotency-keys");

    private final GraphClient graphClient;
    private final Times times;

    Idempotency(GraphClient graphClient, Times times) {
        this.graphClient = graphClient;
        this.times = times;
    }

    private record Claim(
            String scope, String inputHash, String subjectId, String brandId, OffsetDateTime now) {}

    private record Claimed(String subjectId, boolean isFirst, boolean isSameInput) {}

    /**
     * Runs the effect unless the key was used before. A refusal leaves the key free, except one
     * that is kept.
     *
     * @param command the command with all its inputs, {@link BrandCommand} where they do not name
     *     the brand; its operation is part of the key's scope
     * @param subjectId id, from {@link Ids}, of the node that the effect will create
     * @param effect what to do; runs inside the transaction, perhaps more than once
     * @param firstAnswer loads the answer again by the id of what the first call created
     */
    public <T> Result<T> execute(
            Call call,
            Command command,
            String subjectId,
            Supplier<Result<T>> effect,
            Function<String, Result<T>> firstAnswer) {
        var validation = call.check();
        if (!validation.isValid()) {
            return validation.rejected();
        }
        return graphClient.transact(
                () -> {
                    var idempotentCommand = new IdempotentCommand(call, command, subjectId);
                    var claim = claim(List.of(idempotentCommand)).getFirst();
                    if (claim.isFirst()) {
                        return effect.get();
                    }
                    return replayed(
                            idempotentCommand,
                            claim,
                            claim.isSameInput() ? firstAnswer.apply(claim.subjectId()) : null);
                });
    }

    /**
     * As {@link #execute}, for several commands in one transaction; answers one outcome for each,
     * in their order. What is refused must have changed nothing. The keys must have the right form.
     *
     * @param effects answers one outcome for each command that it gets, in their order; gets only
     *     those that nobody has made before
     * @param firstAnswers loads answers again, by the ids of what the first calls created
     */
    public <T> List<Result<T>> executeAll(
            List<IdempotentCommand> commands,
            Function<List<IdempotentCommand>, List<Result<T>>> effects,
            Function<Collection<String>, Map<String, Result<T>>> firstAnswers) {
        return graphClient.inOneTransaction(
                () -> {
                    var claims = claim(commands);
                    var answers = originalResults(claims, firstAnswers);
                    var fresh = new ArrayList<IdempotentCommand>();
                    for (var i = 0; i < claims.size(); i++) {
                        if (claims.get(i).isFirst()) {
                            fresh.add(commands.get(i));
                        }
                    }
                    var done = executed(fresh, effects).iterator();
                    var results = new ArrayList<Result<T>>();
                    for (var i = 0; i < claims.size(); i++) {
                        var claim = claims.get(i);
                        results.add(
                                claim.isFirst()
                                        ? done.next()
                                        : replayed(
                                                commands.get(i),
                                                claim,
                                                answers.get(claim.subjectId())));
                    }
                    return results;
                });
    }

    private static <T> Map<String, Result<T>> originalResults(
            List<Claimed> claims,
            Function<Collection<String>, Map<String, Result<T>>> firstAnswers) {
        var known =
                claims.stream()
                        .filter(claim -> !claim.isFirst() && claim.isSameInput())
                        .map(Claimed::subjectId)
                        .toList();
        return known.isEmpty() ? Map.of() : firstAnswers.apply(known);
    }

    /** Carries commands out, and forgets the keys of those that were refused, but not for ever. */
    private <T> List<Result<T>> executed(
            List<IdempotentCommand> commands,
            Function<List<IdempotentCommand>, List<Result<T>>> effects) {
        if (commands.isEmpty()) {
            return List.of();
        }
        var results = effects.apply(commands);
        var free = new ArrayList<String>();
        for (var i = 0; i < results.size(); i++) {
            if (results.get(i) instanceof Result.Rejected<T>(_, var isFinal) && !isFinal) {
                free.add(commands.get(i).scope());
            }
        }
        if (!free.isEmpty()) {
            graphClient.write(RELEASE, Map.of("scopes", free));
        }
        return results;
    }

    private static <T> Result<T> replayed(
            IdempotentCommand idempotentCommand, Claimed claim, @Nullable Result<T> firstAnswer) {
        if (!claim.isSameInput()) {
            return Result.rejected(
                    new IdempotencyKeyReused(idempotentCommand.call().idempotencyKey()));
        }
        return switch (Objects.requireNonNull(firstAnswer)) {
            case Result.Success<T>(var value, _) -> new Result.Success<>(value, true);
            case Result.Rejected<T> rejected -> rejected;
        };
    }

    /** Claims keys, in the order of their scopes; answers in the order of the commands. */
    private List<Claimed> claim(List<IdempotentCommand> commands) {
        var now = times.now();
        var claims =
                commands.stream().map(idempotentCommand -> claim(idempotentCommand, now)).toList();
        var inOrder = claims.stream().sorted(Comparator.comparing(Claim::scope)).toList();
        var claimed = new HashMap<String, Claimed>();
        graphClient.write(
                CLAIM,
                Map.of("claims", inOrder),
                row -> claimed.put(row.get("scope").asString(), row.as(Claimed.class)));
        return claims.stream()
                .map(claim -> Objects.requireNonNull(claimed.get(claim.scope())))
                .toList();
    }

    private Claim claim(IdempotentCommand idempotentCommand, OffsetDateTime now) {
        return new Claim(
                idempotentCommand.scope(),
                Sha256.of(CanonicalJson.of(idempotentCommand.command())),
                idempotentCommand.subjectId(),
                Objects.requireNonNullElse(idempotentCommand.call().caller().brandId(), "_system"),
                now);
    }

    /**
     * A command among several that share a transaction.
     *
     * @param command as in {@link #execute}
     * @param subjectId as in {@link #execute}
     */
    public record IdempotentCommand(Call call, Command command, String subjectId) {

        /** What the key is unique in: two commands of equal scope must not be in one batch. */
        public String scope() {
            return call.caller().id() + "|" + command.operation() + "|" + call.idempotencyKey();
        }
    }

    /**
     * As {@link #execute}, for an effect that takes a key which others may want at the same moment:
     * whoever comes second is refused, as if the first had been there all along.
     */
    public <T> Result<T> executeUnlessTaken(
            Rejection taken,
            Call call,
            Command command,
            String subjectId,
            Supplier<Result<T>> effect,
            Function<String, Result<T>> firstAnswer) {
        try {
            return execute(call, command, subjectId, effect, firstAnswer);
        } catch (DataIntegrityViolationException _) {
            return Result.rejected(taken);
        }
    }
}
