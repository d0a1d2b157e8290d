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

    /** Completes when everything that was flushed has been executed. */
    private CompletableFuture<Void> running = CompletableFuture.completedFuture(null);

    /** Calling thread that executes now; null if none or a thread of the provider does. */
    private @Nullable Thread caller;

    /** Executions that handlers asked for on the calling thread, in their order. */
    private final Deque<Runnable> following = new ArrayDeque<>();

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

    /**
     * Executes without holding the monitor: the handlers lock the pool, and whoever closes the pool
     * locks its connections.
     */
    @Override
    public CompletionStage<Void> writeAndFlush(
            ResponseHandler handler, List<Message> messages, ImmutableObservation parent) {
        var isReset = messages.stream().anyMatch(ResetMessage.class::isInstance);
        Runnable execution;
        @Nullable DatabaseThread thread = null;
        var done = new CompletableFuture<Void>();
        synchronized (this) {
            if (state() == BoltConnectionState.CLOSED) {
                return CompletableFuture.failedStage(
                        new BoltServiceUnavailableException("The embedded database is closed."));
            }
            written.addAll(messages);
            var batch = written;
            written = new ArrayList<>();
            execution = () -> executor.execute(batch, handler);
            if (Thread.currentThread().equals(caller)) {
                following.add(execution);
                return CompletableFuture.completedStage(null);
            }
            var isIdle = running.isDone();
            var hasStatement = !isReset || executor.hasTransaction();
            if (isIdle && hasStatement) {
                thread = beginOnCaller();
            }
            if (!isIdle || (hasStatement && thread == null)) {
                if (isReset) {
                    executor.terminate();
                }
                runOnPool(execution);
                return CompletableFuture.completedStage(null);
            }
            caller = Thread.currentThread();
            running = done;
        }
        runOnCaller(execution, thread, done);
        return CompletableFuture.completedStage(null);
    }

    /** Returns the calling thread if it may run a statement now, otherwise null. */
    private @Nullable DatabaseThread beginOnCaller() {
        return Thread.currentThread() instanceof DatabaseThread thread
                        && thread.begin(executor::terminate)
                ? thread
                : null;
    }

    private void runOnCaller(
            Runnable execution, @Nullable DatabaseThread thread, CompletableFuture<Void> done) {
        try {
            for (var next = execution; next != null; next = following.poll()) {
                next.run();
            }
        } finally {
            synchronized (this) {
                caller = null;
                following.clear();
            }
            if (thread != null) {
                thread.end();
            }
            done.complete(null);
        }
    }

    private void runOnPool(Runnable execution) {
        running =
                running.handleAsync(
                        (_, _) -> {
                            execution.run();
                            return null;
                        },
                        threads);
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
                runOnPool(executor::rollBack);
            }
            return running.exceptionally(_ -> null);
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
