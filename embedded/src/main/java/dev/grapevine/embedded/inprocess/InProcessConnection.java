package dev.grapevine.embedded.inprocess;

import org.jspecify.annotations.Nullable;
import org.neo4j.bolt.connection.AuthInfo;
import org.neo4j.bolt.connection.AuthToken;
import org.neo4j.bolt.connection.BoltConnection;
import org.neo4j.bolt.connection.BoltConnectionState;
import org.neo4j.bolt.connection.BoltProtocolVersion;
import org.neo4j.bolt.connection.BoltServerAddress;
import org.neo4j.bolt.connection.ResponseHandler;
import org.neo4j.bolt.connection.exception.BoltServiceUnavailableException;
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
import org.neo4j.bolt.connection.observation.ImmutableObservation;
import org.neo4j.bolt.connection.summary.LogoffSummary;
import org.neo4j.bolt.connection.summary.LogonSummary;
import org.neo4j.bolt.connection.summary.ResetSummary;
import org.neo4j.bolt.connection.summary.RollbackSummary;
import org.neo4j.dbms.api.DatabaseManagementService;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Connection to an embedded database: executes the messages of the Bolt protocol's driver side
 * against the database's Java interface, in their order, as a server would. A message after a
 * failure is ignored until RESET. RESET and a forced close terminate a running statement.
 *
 * <p>Source of the messages and their states: Bolt Protocol 5.8, "Server states".
 */
final class InProcessConnection implements BoltConnection {

    private static final BoltProtocolVersion VERSION = new BoltProtocolVersion(5, 8);

    private final InProcessDatabase database;
    private final DatabaseManagementService server;
    private final BoltServerAddress address;
    private final ValueConverter values;
    private final Failures failures;
    private final Executor threads;
    private final AuthInfo authInfo;

    /** Messages that are written and not flushed. */
    private List<Message> written = new ArrayList<>();

    private CompletableFuture<Void> running = CompletableFuture.completedFuture(null);
    private volatile @Nullable InProcessTransaction transaction;
    private volatile boolean hasFailed;
    private volatile boolean isClosed;

    InProcessConnection(
            InProcessDatabase database,
            DatabaseManagementService server,
            URI address,
            AuthToken token,
            ValueConverter values,
            Executor threads) {
        this.database = database;
        this.server = server;
        this.address = new BoltServerAddress(address);
        this.values = values;
        this.failures = new Failures(values);
        this.threads = threads;
        this.authInfo = new Authentication(token, System.currentTimeMillis());
        database.add(this);
    }

    /** Authentication that was presented, and when. */
    private record Authentication(AuthToken authToken, long authAckMillis) implements AuthInfo {}

    @Override
    public synchronized CompletionStage<Void> write(List<Message> messages) {
        written.addAll(messages);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public synchronized CompletionStage<Void> writeAndFlush(
            ResponseHandler handler, List<Message> messages, ImmutableObservation parent) {
        if (state() == BoltConnectionState.CLOSED) {
            return CompletableFuture.failedStage(
                    new BoltServiceUnavailableException("The embedded database is closed."));
        }
        written.addAll(messages);
        var batch = written;
        written = new ArrayList<>();
        var isReset = messages.stream().anyMatch(ResetMessage.class::isInstance);
        if (running.isDone() && runsHere(isReset, batch, handler)) {
            return CompletableFuture.completedStage(null);
        }
        if (isReset) {
            terminate();
        }
        running = running.thenRunAsync(() -> execute(batch, handler), threads);
        return CompletableFuture.completedStage(null);
    }

    /** Executes messages on the calling thread if it may run statements, or if there is none. */
    private boolean runsHere(boolean isReset, List<Message> messages, ResponseHandler handler) {
        if (isReset && transaction == null) {
            execute(messages, handler);
            return true;
        }
        if (Thread.currentThread() instanceof DatabaseThread thread
                && thread.begin(this::terminate)) {
            try {
                execute(messages, handler);
            } finally {
                thread.end();
            }
            return true;
        }
        return false;
    }

    private void execute(List<Message> messages, ResponseHandler handler) {
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
                handler.onError(failures.of(failure));
            }
        }
        handler.onComplete();
    }

    private void answer(Message message, ResponseHandler handler) {
        switch (message) {
            case BeginMessage begin -> {
                transaction = InProcessTransaction.begin(server, begin, values);
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
                handler.onResetSummary(new ResetSummary() {});
            }
            case LogonMessage _ -> handler.onLogonSummary(new LogonSummary() {});
            case LogoffMessage _ -> handler.onLogoffSummary(new LogoffSummary() {});
            default ->
                    throw Failures.invalidRequest(
                            message.name() + " needs a connection over Bolt.");
        }
    }

    private void run(RunMessage run, ResponseHandler handler) {
        run.extra()
                .ifPresent(
                        extra -> transaction = InProcessTransaction.begin(server, extra, values));
        open().run(run, handler);
    }

    private InProcessTransaction open() {
        var open = transaction;
        if (open == null) {
            throw Failures.invalidRequest("No transaction is open.");
        }
        return open;
    }

    private void keepIf(boolean isOpen) {
        if (!isOpen) {
            transaction = null;
        }
    }

    private void rollBack() {
        var open = transaction;
        transaction = null;
        if (open != null) {
            open.rollBack();
        }
    }

    private void rollBackAfter(Throwable failure) {
        try {
            rollBack();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    private void terminate() {
        var open = transaction;
        if (open != null) {
            open.terminate();
        }
    }

    @Override
    public CompletionStage<Void> forceClose(String reason) {
        return close();
    }

    /** Terminates a running statement, rolls back and closes. */
    @Override
    public synchronized CompletionStage<Void> close() {
        terminate();
        if (!isClosed) {
            isClosed = true;
            database.remove(this);
            running = running.thenRunAsync(this::rollBack, threads).exceptionally(_ -> null);
        }
        return running;
    }

    @Override
    public CompletionStage<Void> setReadTimeout(Duration duration) {
        return CompletableFuture.completedStage(null);
    }

    @Override
    public BoltConnectionState state() {
        if (isClosed || !database.isOpen()) {
            return BoltConnectionState.CLOSED;
        }
        return hasFailed ? BoltConnectionState.FAILURE : BoltConnectionState.OPEN;
    }

    @Override
    public CompletionStage<AuthInfo> authInfo() {
        return CompletableFuture.completedStage(authInfo);
    }

    @Override
    public String serverAgent() {
        return "Neo4j/embedded";
    }

    @Override
    public BoltServerAddress serverAddress() {
        return address;
    }

    @Override
    public BoltProtocolVersion protocolVersion() {
        return VERSION;
    }

    @Override
    public boolean telemetrySupported() {
        return false;
    }

    @Override
    public boolean serverSideRoutingEnabled() {
        return false;
    }

    @Override
    public Optional<Duration> defaultReadTimeout() {
        return Optional.empty();
    }
}
