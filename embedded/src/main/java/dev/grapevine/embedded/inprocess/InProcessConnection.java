package dev.grapevine.embedded.inprocess;

import org.neo4j.bolt.connection.AuthInfo;
import org.neo4j.bolt.connection.AuthToken;
import org.neo4j.bolt.connection.BoltConnection;
import org.neo4j.bolt.connection.BoltConnectionState;
import org.neo4j.bolt.connection.BoltProtocolVersion;
import org.neo4j.bolt.connection.BoltServerAddress;
import org.neo4j.bolt.connection.ResponseHandler;
import org.neo4j.bolt.connection.exception.BoltServiceUnavailableException;
import org.neo4j.bolt.connection.message.Message;
import org.neo4j.bolt.connection.message.ResetMessage;
import org.neo4j.bolt.connection.observation.ImmutableObservation;
import org.neo4j.dbms.api.DatabaseManagementService;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Connection to an embedded database. Messages that are flushed together run together: on the
 * calling thread if it may run statements, otherwise on one of the provider's. RESET and a close
 * terminate a running statement.
 */
final class InProcessConnection implements BoltConnection {

    private static final BoltProtocolVersion VERSION = new BoltProtocolVersion(5, 8);

    private final InProcessDatabase database;
    private final BoltServerAddress address;
    private final MessageExecutor executor;
    private final Executor threads;
    private final AuthInfo authInfo;

    /** Messages that are written and not flushed. */
    private List<Message> written = new ArrayList<>();

    private CompletableFuture<Void> running = CompletableFuture.completedFuture(null);

    /** Executions that the handler asked for during an execution on its own thread. */
    private final Deque<Runnable> following = new ArrayDeque<>();

    private boolean runsHere;
    private volatile boolean isClosed;

    InProcessConnection(
            InProcessDatabase database,
            DatabaseManagementService server,
            URI address,
            AuthToken token,
            ValueConverter values,
            Executor threads) {
        this.database = database;
        this.address = new BoltServerAddress(address);
        this.executor = new MessageExecutor(server, values);
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
        Runnable execution = () -> executor.execute(batch, handler);
        if (runsHere) {
            following.add(execution);
        } else if (!running.isDone() || !runHere(isReset, execution)) {
            if (isReset) {
                executor.terminate();
            }
            running = running.thenRunAsync(execution, threads);
        }
        return CompletableFuture.completedStage(null);
    }

    /** Executes on the calling thread if it may run statements, or if there is none to run. */
    private boolean runHere(boolean isReset, Runnable execution) {
        if (isReset && !executor.hasTransaction()) {
            execution.run();
            return true;
        }
        if (!(Thread.currentThread() instanceof DatabaseThread thread)
                || !thread.begin(executor::terminate)) {
            return false;
        }
        runsHere = true;
        try {
            for (var next = execution; next != null; next = following.poll()) {
                next.run();
            }
        } finally {
            runsHere = false;
            thread.end();
        }
        return true;
    }

    @Override
    public CompletionStage<Void> forceClose(String reason) {
        return close();
    }

    /** Terminates a running statement, waits for its end, rolls back and closes. */
    @Override
    public CompletionStage<Void> close() {
        executor.terminate();
        synchronized (this) {
            if (!isClosed) {
                isClosed = true;
                database.remove(this);
                running =
                        running.thenRunAsync(executor::rollBack, threads).exceptionally(_ -> null);
            }
            return running;
        }
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
        return executor.hasFailed() ? BoltConnectionState.FAILURE : BoltConnectionState.OPEN;
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
