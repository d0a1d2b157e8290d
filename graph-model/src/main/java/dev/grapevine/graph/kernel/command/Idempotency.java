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
 * Idempotent execution of commands. The key is stored in the transaction of the command, with a
 * hash of the command and the id of the node that the command creates: a repeated call with the
 * same input returns the result for that node, a call with other input under the same key is
 * rejected with {@code IDEMPOTENCY_KEY_REUSED}. Keys do not expire.
 *
 * <p>Hashed inputs are the practice of Stripe and Formance; the id suffices in place of the result
 * because every command creates one node whose identity never changes.
 *
 * <p>Idempotency keys are nodes, claimed by the unique constraint on their scope.
 */
@Component
public class Idempotency {

    private static final CypherStatement CLAIM =
            CypherStatement.of(Idempotency.class, "claim-idempotency-keys");
    private static final CypherStatement RELEASE =
            CypherStatement.of(Idempotency.class, "forget-idempotency-keys");

    private final GraphClient graph;
    private final Times times;

    Idempotency(GraphClient graph, Times times) {
        this.graph = graph;
        this.times = times;
    }

    private record Claim(
            String scope, String inputHash, String subjectId, String brandId, OffsetDateTime now) {}

    private record Claimed(String subjectId, boolean isFirst, boolean isSameInput) {}

    /**
     * Executes the effect unless the idempotency key was used before. A rejection releases the key
     * unless the rejection is final.
     *
     * @param command the command with all inputs, wrapped in {@link BrandCommand} where the inputs
     *     do not identify the brand; its operation is part of the key's scope
     * @param subjectId id, from {@link Ids}, of the node that the effect creates
     * @param effect the work, executed inside the transaction, possibly more than once
     * @param firstResult loads the first result again by the id of the node that the first call
     *     created
     */
    public <T> Result<T> execute(
            Call call,
            Command command,
            String subjectId,
            Supplier<Result<T>> effect,
            Function<String, Result<T>> firstResult) {
        var validation = call.check();
        if (!validation.isValid()) {
            return validation.rejected();
        }
        return graph.transact(
                () -> {
                    var idempotentCommand = new IdempotentCommand(call, command, subjectId);
                    var claim = claim(List.of(idempotentCommand)).getFirst();
                    if (claim.isFirst()) {
                        return effect.get();
                    }
                    return replayed(
                            idempotentCommand,
                            claim,
                            claim.isSameInput() ? firstResult.apply(claim.subjectId()) : null);
                });
    }

    /**
     * Executes several commands in one transaction, as {@link #execute} does, and returns one
     * result for each, in the order of the commands. A rejected command must not have changed
     * anything. The format of the idempotency keys must have been validated.
     *
     * @param effects executes the commands whose keys are new and returns one result for each, in
     *     their order
     * @param firstResults loads first results again, by the ids of the nodes that the first calls
     *     created
     */
    public <T> List<Result<T>> executeAll(
            List<IdempotentCommand> commands,
            Function<List<IdempotentCommand>, List<Result<T>>> effects,
            Function<Collection<String>, Map<String, Result<T>>> firstResults) {
        return graph.inOneTransaction(
                () -> {
                    var claims = claim(commands);
                    var firstResultsById = originalResults(claims, firstResults);
                    var fresh = new ArrayList<IdempotentCommand>();
                    for (var i = 0; i < claims.size(); i++) {
                        if (claims.get(i).isFirst()) {
                            fresh.add(commands.get(i));
                        }
                    }
                    var executed = executed(fresh, effects).iterator();
                    var results = new ArrayList<Result<T>>();
                    for (var i = 0; i < claims.size(); i++) {
                        var claim = claims.get(i);
                        results.add(
                                claim.isFirst()
                                        ? executed.next()
                                        : replayed(
                                                commands.get(i),
                                                claim,
                                                firstResultsById.get(claim.subjectId())));
                    }
                    return results;
                });
    }

    private static <T> Map<String, Result<T>> originalResults(
            List<Claimed> claims,
            Function<Collection<String>, Map<String, Result<T>>> firstResults) {
        var known =
                claims.stream()
                        .filter(claim -> !claim.isFirst() && claim.isSameInput())
                        .map(Claimed::subjectId)
                        .toList();
        return known.isEmpty() ? Map.of() : firstResults.apply(known);
    }

    /** Executes commands and releases the keys of those whose rejection is not final. */
    private <T> List<Result<T>> executed(
            List<IdempotentCommand> commands,
            Function<List<IdempotentCommand>, List<Result<T>>> effects) {
        if (commands.isEmpty()) {
            return List.of();
        }
        var results = effects.apply(commands);
        var released = new ArrayList<String>();
        for (var i = 0; i < results.size(); i++) {
            if (results.get(i) instanceof Result.Rejected<T>(_, var isFinal) && !isFinal) {
                released.add(commands.get(i).scope());
            }
        }
        if (!released.isEmpty()) {
            graph.write(RELEASE, Map.of("scopes", released));
        }
        return results;
    }

    private static <T> Result<T> replayed(
            IdempotentCommand idempotentCommand, Claimed claim, @Nullable Result<T> firstResult) {
        if (!claim.isSameInput()) {
            return Result.rejected(
                    new IdempotencyKeyReused(idempotentCommand.call().idempotencyKey()));
        }
        return switch (Objects.requireNonNull(firstResult)) {
            case Result.Success<T>(var value, _) -> new Result.Success<>(value, true);
            case Result.Rejected<T> rejected -> rejected;
        };
    }

    /**
     * Claims the keys in the order of their scopes, so that transactions do not deadlock, and
     * returns the claims in the order of the commands.
     */
    private List<Claimed> claim(List<IdempotentCommand> commands) {
        var now = times.now();
        var claims =
                commands.stream().map(idempotentCommand -> claim(idempotentCommand, now)).toList();
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

    private Claim claim(IdempotentCommand idempotentCommand, OffsetDateTime now) {
        return new Claim(
                idempotentCommand.scope(),
                Sha256.of(CanonicalJson.of(idempotentCommand.command())),
                idempotentCommand.subjectId(),
                Objects.requireNonNullElse(idempotentCommand.call().caller().brandId(), "_system"),
                now);
    }

    /**
     * Command of a batch that shares a transaction.
     *
     * @param command as in {@link #execute}
     * @param subjectId as in {@link #execute}
     */
    public record IdempotentCommand(Call call, Command command, String subjectId) {

        /**
         * Returns the scope in which the key is unique; two commands with equal scopes must not be
         * in one batch.
         */
        public String scope() {
            return call.caller().id() + "|" + command.operation() + "|" + call.idempotencyKey();
        }
    }

    /**
     * Executes an effect that claims a unique key, as {@link #execute} does; a concurrent claim of
     * the same unique key is rejected.
     *
     * @param rejection rejection if the unique key was claimed concurrently
     */
    public <T> Result<T> executeUnlessTaken(
            Rejection rejection,
            Call call,
            Command command,
            String subjectId,
            Supplier<Result<T>> effect,
            Function<String, Result<T>> firstResult) {
        try {
            return execute(call, command, subjectId, effect, firstResult);
        } catch (DataIntegrityViolationException _) {
            return Result.rejected(rejection);
        }
    }
}
