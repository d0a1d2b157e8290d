package dev.grapevine.benchmarks.stage;

import dev.grapevine.benchmarks.load.Endpoint;

import java.nio.file.Path;

/**
 * Process of the simplest thing that a user could build: PostgreSQL behind a bare Node HTTP server,
 * with a database of its own.
 */
public final class PlainSqlProcess implements AutoCloseable {

    private static final String FOLDER = "benchmarks/peers/plain-sql";

    private final ChildProcess process;
    private final int port;

    private PlainSqlProcess(ChildProcess process) {
        this.process = process;
        this.port = Integer.parseInt(process.await().group(1));
    }

    /**
     * Installs the packages if they are missing, and starts the database and the server.
     *
     * @throws Skipped if PostgreSQL or Node is missing
     */
    public static PlainSqlProcess start(Path root) throws Skipped {
        var command = new ProcessBuilder("./start.sh").directory(root.resolve(FOLDER).toFile());
        command.environment().put("NODE_ENV", "production");
        try {
            return new PlainSqlProcess(
                    ChildProcess.start(command, "ready at http://127.0.0.1:(\\d+)/"));
        } catch (RuntimeException e) {
            throw new Skipped("plain SQL did not start: " + e);
        }
    }

    /** Returns the endpoint of an operation, for example {@code /award}. */
    public Endpoint endpoint(String path) {
        return new Endpoint(port, path, null);
    }

    @Override
    public void close() {
        process.close();
    }
}
