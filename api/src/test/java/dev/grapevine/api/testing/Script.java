package dev.grapevine.api.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A script of the client samples that has run through {@code node}.
 *
 * @param code what it ended with
 * @param output what it printed
 * @param errors what it said besides
 */
public record Script(int code, String output, String errors) {

    private static final Path COMMUNITIES = Path.of("../client-samples/communities");

    /** Whether this machine can run scripts. */
    public static boolean isNodeHere() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "node")));
    }

    /** The path of a file beside the scripts. */
    public static String sample(String file) {
        return COMMUNITIES.resolve(file).toAbsolutePath().toString();
    }

    /** Runs a script in a folder, against the server at an address and with a key. */
    public static Script run(Path folder, String server, String key, String... command)
            throws IOException, InterruptedException {
        var line = new ArrayList<>(List.of(command));
        line.set(0, sample(command[0]));
        line.addFirst("node");
        var output = folder.resolve("output");
        var errors = folder.resolve("errors");
        var process =
                new ProcessBuilder(line)
                        .directory(folder.toFile())
                        .redirectOutput(output.toFile())
                        .redirectError(errors.toFile());
        process.environment().put("GRAPEVINE_URL", server);
        process.environment().put("GRAPEVINE_KEY", key);
        var code = process.start().waitFor();
        return new Script(code, Files.readString(output), Files.readString(errors));
    }

    /** What it printed; fails the test if the script failed. */
    public String succeeded() {
        assertThat(code).as(errors).isZero();
        return output;
    }

    /** The one line that it failed with; fails the test if it said more, or succeeded. */
    public String failed() {
        assertThat(code).as(output).isNotZero();
        assertThat(errors.strip().lines()).hasSize(1);
        return errors.strip();
    }
}
