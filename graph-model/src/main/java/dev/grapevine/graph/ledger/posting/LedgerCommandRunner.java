package dev.grapevine.graph.ledger.posting;

import dev.grapevine.graph.kernel.Ids;
import dev.grapevine.graph.kernel.batch.CommandBatcher;
import dev.grapevine.graph.kernel.command.Call;
import dev.grapevine.graph.kernel.command.Command;
import dev.grapevine.graph.kernel.command.Idempotency;
import dev.grapevine.graph.kernel.command.NotFound;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.kernel.command.Validation;
import dev.grapevine.graph.kernel.database.GraphBusy;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.ledger.LedgerRejection;
import dev.grapevine.graph.ledger.PointsEntry;
import dev.grapevine.graph.ledger.WalletKey;
import dev.grapevine.graph.ledger.session.LedgerReader;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Runs ledger commands once per idempotency key: batched by customer with those of concurrent
 * callers, or at once inside a transaction of the caller. A command that finds due events is run
 * again after they were written.
 */
@Component
public class LedgerCommandRunner {

    private final LedgerExecutor executor;
    private final LedgerReader reader;
    private final GraphClient graph;
    private final Idempotency idempotency;
    private final Ids ids;
    private final RetryAfterDue retryAfterDue;
    private final CommandBatcher<Queued, Result<PointsEntry>> batcher;

    LedgerCommandRunner(
            LedgerExecutor executor,
            LedgerReader reader,
            GraphClient graph,
            Idempotency idempotency,
            Ids ids,
            CommandBatcher.Builder batchers) {
        this.executor = executor;
        this.reader = reader;
        this.graph = graph;
        this.idempotency = idempotency;
        this.ids = ids;
        this.retryAfterDue = new RetryAfterDue(executor, graph);
        this.batcher =
                batchers.create(
                        "ledger",
                        queued -> queued.command().walletAccess().getFirst().wallet().customerId(),
                        queued -> queued.once().key().keyHash(),
                        this::execute);
    }

    /** Ledger command with the call whose idempotency key identifies it. */
    public record Queued(Idempotency.IdempotentCommand once, LedgerCommand command) {

        private LedgerExecutor.QueuedCommand forEntry() {
            return new LedgerExecutor.QueuedCommand(command, once.subjectId(), once.key());
        }
    }

    /** Creates a queued command; its entry gets a new id. */
    public Queued queued(Call call, Command command, LedgerCommand ledgerCommand) {
        return new Queued(
                new Idempotency.IdempotentCommand(call, command, ids.next("pte")), ledgerCommand);
    }

    /**
     * Runs a command in the wallet of an existing entry or hold.
     *
     * @param notFound rejection if the node does not exist or is not visible to the caller; its key
     *     is the id of the node
     * @param prefix prefix that the id must have
     */
    public Result<PointsEntry> runWhereStored(
            Call call,
            Command command,
            NotFound notFound,
            String prefix,
            Function<WalletKey, LedgerCommand> ledgerCommand) {
        var validation = call.check();
        var hasIdFormat = validation.isValid() && notFound.key().startsWith(prefix);
        var wallet = hasIdFormat ? reader.walletOf(call.caller(), notFound.key()) : null;
        if (validation.isValid() && wallet == null) {
            return Result.rejected(notFound);
        }
        return wallet == null
                ? validation.rejected()
                : run(call, command, validation, ledgerCommand.apply(wallet));
    }

    /** Runs a command if its input is valid. */
    public Result<PointsEntry> run(
            Call call, Command command, Validation validation, LedgerCommand ledgerCommand) {
        return validation.isValid()
                ? runAll(List.of(queued(call, command, ledgerCommand))).getFirst()
                : validation.rejected();
    }

    /**
     * Runs commands; returns one result for each, in their order.
     *
     * @throws GraphBusy if the database was too busy for all of them; if only for some, these are
     *     rejected with {@code GRAPH_BUSY}
     */
    public List<Result<PointsEntry>> runAll(List<Queued> commands) {
        if (graph.isInTransaction()) {
            return commands.stream()
                    .map(queued -> retryAfterDue.run(() -> execute(List.of(queued)).getFirst()))
                    .toList();
        }
        if (commands.size() == 1) {
            return List.of(retryAfterDue.run(() -> batcher.run(commands.getFirst())));
        }
        var pending = batcher.submit(commands);
        var results = new ArrayList<Result<PointsEntry>>();
        @Nullable GraphBusy busy = null;
        var busyCount = 0;
        for (var i = 0; i < commands.size(); i++) {
            var queued = commands.get(i);
            try {
                results.add(retryAfterDue.run(pending.get(i), () -> batcher.run(queued)));
            } catch (GraphBusy e) {
                busy = e;
                busyCount++;
                results.add(Result.rejected(LedgerRejection.GRAPH_BUSY));
            }
        }
        if (busy != null && busyCount == commands.size()) {
            throw busy;
        }
        return results;
    }

    /** Runs work that executes a command in a transaction of its own. */
    public Result<PointsEntry> runAlone(Supplier<Result<PointsEntry>> work) {
        return retryAfterDue.run(work);
    }

    /** Executes a command in a transaction of its own. */
    public Result<PointsEntry> execute(Call call, Command command, LedgerCommand ledgerCommand) {
        return execute(List.of(queued(call, command, ledgerCommand))).getFirst();
    }

    private List<Result<PointsEntry>> execute(List<Queued> commands) {
        return idempotency.executeAll(
                commands,
                Queued::once,
                () -> executor.open(commands.stream().map(Queued::command).toList()),
                (ledger, fresh) ->
                        executor.execute(ledger, fresh.stream().map(Queued::forEntry).toList()),
                reader::originalResults);
    }
}
