package dev.grapevine.embedded;

import java.nio.file.Path;

/** Start-up failure of the embedded database that the operator can resolve. */
abstract sealed class EmbeddedNeo4jException extends RuntimeException {

    private EmbeddedNeo4jException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Returns the action by which the operator resolves the failure. */
    abstract String remedy();

    /**
     * Failure because another process has the data folder open; concurrent use would corrupt it.
     */
    static final class FolderInUse extends EmbeddedNeo4jException {
        FolderInUse(Path folder, Throwable cause) {
            super(
                    "The data folder "
                            + folder.toAbsolutePath().normalize()
                            + " is in use by another process.",
                    cause);
        }

        @Override
        String remedy() {
            return "Stop the Grapevine that runs on this folder, or start this one on another: "
                    + "-Dgrapevine.embedded.folder=<folder>.";
        }
    }

    /** Failure because another process listens on the Bolt port. */
    static final class PortInUse extends EmbeddedNeo4jException {
        PortInUse(int port, Throwable cause) {
            super("The Bolt port " + port + " of the embedded database is already in use.", cause);
        }

        @Override
        String remedy() {
            return "Stop the process that listens on the port, or choose another port:"
                    + " -Dgrapevine.embedded.bolt-port=<port>.";
        }
    }
}
