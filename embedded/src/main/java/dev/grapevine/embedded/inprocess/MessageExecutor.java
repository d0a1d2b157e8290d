package dev.grapevine.embedded.inprocess;

import org.jspecify.annotations.Nullable;
import org.neo4j.bolt.connection.ResponseHandler;
import org.neo4j.bolt.connection.message.BeginMessage;
import org.neo4j.bolt.connection.message.CommitMessage;
import org.neo4j.bolt.connection.message.DiscardMessage;
import org.neo4j.bolt.connection.message.LogoffMessage;
import org.neo4j.bolt.connection.message.LogonMessage;
import org.neo4j.bolt.connection.message.Message;
import org.neo4j.bolt.connection.message.PullMessage;
import org.neo4j.bolt.connection.message.ResetMessage;
import org.neo4j.bolt.connection.message.RollbackMessage;
import org.neo4j.bolt.connection.message.RunMessage;
import org.neo4j.bolt.connection.summary.LogoffSummary;
import org.neo4j.bolt.connection.summary.LogonSummary;
import org.neo4j.bolt.connection.summary.ResetSummary;
import org.neo4j.bolt.connection.summary.RollbackSummary;
import org.neo4j.dbms.api.DatabaseManagementService;

import java.util.List;
import java.util.Optional;

/**
 * Executor of the messages of one connection against the database's Java interface, as a server
 * would execute them. After a failure, which rolls back, messages are ignored until RESET.
 *
 * <p>Source of the messages and their states: Bolt Protocol 5.8, "Server states".
 */
final class MessageExecutor {

    private final DatabaseManagementService server;
    private final ValueConverter values;
    private final FailureConverter failures;
    private volatile @Nullable InProcessTransaction transaction;
    private volatile boolean hasFailed;
    private volatile boolean isTerminated;

    MessageExecutor(DatabaseManagementService server, ValueConverter values) {
        this.server = server;
        this.values = values;
        this.failures = new FailureConverter(values);
    }

    boolean hasTransaction() {
        return transaction != null;
    }

    boolean hasFailed() {
        return hasFailed;
    }

    /** Executes messages in their order and reports each to the handler. */
    void execute(List<Message> messages, ResponseHandler handler) {
        for (var message : messages) {
            if (hasFailed && !(message instanceof ResetMessage)) {
                handler.onIgnored();
                continue;
            }
            try {
                answer(message, handler);
            } catch (Throwable failure) {
                hasFailed = true;
                rollBackAfter(failure);
                handler.onError(failures.toDriver(failure));
            }
        }
        isTerminated = false;
        handler.onComplete();
    }

    private void answer(Message message, ResponseHandler handler) {
        switch (message) {
            case BeginMessage begin -> {
                open(InProcessTransaction.begin(server, begin, values));
                handler.onBeginSummary(Optional::empty);
            }
            case RunMessage run -> run(run, handler);
            case PullMessage pull -> keepIf(open().pull(pull.qid(), pull.request(), handler));
            case DiscardMessage discard -> keepIf(open().discard(discard.qid(), handler));
            case CommitMessage _ -> {
                open().commit();
                transaction = null;
                handler.onCommitSummary(Optional::empty);
            }
            case RollbackMessage _ -> {
                rollBack();
                handler.onRollbackSummary(new RollbackSummary() {});
            }
            case ResetMessage _ -> {
                rollBack();
                hasFailed = false;
                isTerminated = false;
                handler.onResetSummary(new ResetSummary() {});
            }
            case LogonMessage _ -> handler.onLogonSummary(new LogonSummary() {});
            case LogoffMessage _ -> handler.onLogoffSummary(new LogoffSummary() {});
            default ->
                    throw FailureConverter.invalidRequest(
                            message.name() + " needs a connection over Bolt.");
        }
    }

    private void run(RunMessage run, ResponseHandler handler) {
        run.extra().ifPresent(extra -> open(InProcessTransaction.begin(server, extra, values)));
        open().run(run, handler);
    }

    private void open(InProcessTransaction begun) {
        transaction = begun;
        if (isTerminated) {
            begun.terminate();
        }
    }

    private InProcessTransaction open() {
        var open = transaction;
        if (open == null) {
            throw FailureConverter.invalidRequest("No transaction is open.");
        }
        return open;
    }

    private void keepIf(boolean isOpen) {
        if (!isOpen) {
            transaction = null;
        }
    }

    void rollBack() {
        var open = transaction;
        transaction = null;
        if (open != null) {
            open.rollBack();
        }
    }

    private void rollBackAfter(Throwable failure) {
        try {
            rollBack();
        } catch (Throwable e) {
            failure.addSuppressed(e);
        }
    }

    /** Makes a statement that runs or is about to run fail soon; from any thread. */
    void terminate() {
        isTerminated = true;
        var open = transaction;
        if (open != null) {
            open.terminate();
        }
    }
}
