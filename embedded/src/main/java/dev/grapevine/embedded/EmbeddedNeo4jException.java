package dev.grapevine.embedded;

import java.nio.file.Path;

/** Why the embedded database did not start, when the reason is one that its operator can remove. */
abstract sealed class EmbeddedNeo4jException extends RuntimeException {

    private EmbeddedNeo4jException(String message, Throwable cause) {
        super(message, cause);
    }

    /** What the operator can do about it. */
    abstract String remedy();

    /** Another process has the data folder open; two would destroy it. */
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

    /** Something else listens on the Bolt port. */
    static final class PortInUse extends EmbeddedNeo4jException {
        PortInUse(int port, Throwable cause) {
            super("The Bolt port " + port + " of the embedded database is already in use.", cause);
        }

        @Override
        String remedy() {
            return "Stop what listens there, or choose another port:"
                    + " -Dgrapevine.embedded.bolt-port=<port>.";
        }
    }
}
