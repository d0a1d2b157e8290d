package dev.grapevine.benchmarks.stage;

import dev.grapevine.benchmarks.load.Endpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Process of the peer, {@code @neo4j/graphql} behind Apollo Server, on the same database. */
public final class PeerProcess implements AutoCloseable {

    private static final String FOLDER = "benchmarks/peers/neo4j-graphql";
    private static final int INSTALL_MINUTES = 5;

    private final ChildProcess process;
    private final int port;

    private PeerProcess(ChildProcess process) {
        this.process = process;
        this.port = Integer.parseInt(process.await().group(1));
    }

    /**
     * Installs the packages if they are missing, and starts the peer.
     *
     * @throws Skipped if the installation or the start fails
     */
    public static PeerProcess start(Path root, ApiProcess api) throws Skipped {
        var folder = root.resolve(FOLDER);
        try {
            if (!Files.isDirectory(folder.resolve("node_modules"))) {
                ChildProcess.run(
                        new ProcessBuilder("npm", "ci").directory(folder.toFile()),
                        INSTALL_MINUTES);
            }
            var command = new ProcessBuilder("node", "server.js").directory(folder.toFile());
            command.environment().put("NODE_ENV", "production");
            command.environment().put("NEO4J_URI", api.bolt().toString());
            command.environment().put("NEO4J_PASSWORD", api.boltPassword());
            return new PeerProcess(
                    ChildProcess.start(command, "ready at http://127.0.0.1:(\\d+)/"));
        } catch (IOException | RuntimeException e) {
            throw new Skipped("the peer did not start: " + e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public Endpoint endpoint() {
        return new Endpoint(port, "/", null);
    }

    @Override
    public void close() {
        process.close();
    }
}
