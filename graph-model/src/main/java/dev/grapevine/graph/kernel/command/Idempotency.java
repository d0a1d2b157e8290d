package dev.grapevine.graph.kernel.command;

import static java.util.stream.Collectors.toMap;

import dev.grapevine.graph.kernel.Ids;
import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.kernel.database.Rows;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
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
 * <p>A node with the label {@code IdempotencyKey} carries a key, unique by a constraint. It is
 * either the node that the command created ({@link #executeAll}), or one beside it ({@link
 * #execute}).
 */
@Component
public class Idempotency {

    private static final CypherStatement CLAIM =
            CypherStatement.of(Idempotency.class, "claim-idempotency-key");
    private static final CypherStatement FIND =
            CypherStatement.of(Idempotency.class, "find-idempotency-keys");

    private final GraphClient graph;
    private final Times times;

    Idempotency(GraphClient graph, Times times) {
        this.graph = graph;
        this.times = times;
    }

    private record Claim(
            IdempotencyKey key, String subjectId, String brandId, OffsetDateTime now) {}

    private record Stored(String keyHash, String inputHash, String subjectId) {}

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
                    var stored = claim(idempotentCommand);
                    if (stored.subjectId().equals(subjectId)) {
                        return effect.get();
                    }
                    return replayed(idempotentCommand, stored, firstResult);
                });
    }

    private Stored claim(IdempotentCommand command) {
        var brandId = Objects.requireNonNullElse(command.call().caller().brandId(), "_system");
        var claim = new Claim(command.key(), command.subjectId(), brandId, times.now());
        return graph.write(CLAIM, Map.of("claim", claim), Rows.to(Stored.class)).getFirst();
    }

    /**
     * Executes several commands in one transaction, as {@link #execute} does, and returns one
     * result for each, in the order of the commands. A rejected command must not have changed
     * anything. The format of the idempotency keys must have been validated.
     *
     * <p>The keys are read under the locks of the commands, so that a repeated call waits for the
     * first one. If another transaction stores one of the keys for another command meanwhile, all
     * are executed once more; inside a transaction of the caller the violation is thrown.
     *
     * @param idempotent the call, the idempotency key and the new id of a command
     * @param locks takes the locks of all commands
     * @param effects executes the commands whose keys are new and returns one result for each, in
     *     their order; stores {@link IdempotentCommand#key} on the node that a command creates, and
     *     on the record of a final rejection
     * @param firstResults loads first results again, by the ids of the nodes that the first calls
     *     created
     */
    public <C, L, T> List<Result<T>> executeAll(
            List<C> commands,
            Function<C, IdempotentCommand> idempotent,
            Supplier<L> locks,
            BiFunction<L, List<C>, List<Result<T>>> effects,
            Function<Collection<String>, Map<String, Result<T>>> firstResults) {
        Supplier<List<Result<T>>> work =
                () -> executeNew(commands, idempotent, locks, effects, firstResults);
        if (graph.isInTransaction()) {
            return work.get();
        }
        try {
            return graph.inOneTransaction(work);
        } catch (DataIntegrityViolationException _) {
            return graph.inOneTransaction(work);
        }
    }

    private <C, L, T> List<Result<T>> executeNew(
            List<C> commands,
            Function<C, IdempotentCommand> idempotent,
            Supplier<L> locks,
            BiFunction<L, List<C>, List<Result<T>>> effects,
            Function<Collection<String>, Map<String, Result<T>>> firstResults) {
        var locked = locks.get();
        var stored = find(commands.stream().map(idempotent).toList());
        if (stored.isEmpty()) {
            return effects.apply(locked, commands);
        }
        var first = firstResults.apply(stored.values().stream().map(Stored::subjectId).toList());
        var fresh =
                commands.stream()
                        .filter(command -> !stored.containsKey(idempotent.apply(command).keyHash()))
                        .toList();
        var executed = fresh.isEmpty() ? List.<Result<T>>of() : effects.apply(locked, fresh);
        var remaining = executed.iterator();
        return commands.stream()
                .map(idempotent)
                .map(
                        command -> {
                            var earlier = stored.get(command.keyHash());
                            return earlier == null
                                    ? remaining.next()
                                    : replayed(
                                            command,
                                            earlier,
                                            id -> Objects.requireNonNull(first.get(id)));
                        })
                .toList();
    }

    private Map<String, Stored> find(List<IdempotentCommand> commands) {
        var hashes = commands.stream().map(IdempotentCommand::keyHash).toList();
        return graph.read(FIND, Map.of("keyHashes", hashes), Rows.to(Stored.class)).stream()
                .collect(toMap(Stored::keyHash, it -> it));
    }

    private static <T> Result<T> replayed(
            IdempotentCommand command, Stored stored, Function<String, Result<T>> firstResult) {
        if (!stored.inputHash().equals(command.key().inputHash())) {
            return Result.rejected(new IdempotencyKeyReused(command.call().idempotencyKey()));
        }
        return switch (firstResult.apply(stored.subjectId())) {
            case Result.Success<T>(var value, _) -> new Result.Success<>(value, true);
            case Result.Rejected<T> rejected -> rejected;
        };
    }

    /**
     * Command of a batch that shares a transaction.
     *
     * @param command as in {@link #execute}
     * @param subjectId as in {@link #execute}
     * @param key idempotency key of the call for the command, as it is stored
     */
    public record IdempotentCommand(
            Call call, Command command, String subjectId, IdempotencyKey key) {

        public IdempotentCommand(Call call, Command command, String subjectId) {
            this(call, command, subjectId, IdempotencyKey.of(call, command));
        }

        String keyHash() {
            return key.keyHash();
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
