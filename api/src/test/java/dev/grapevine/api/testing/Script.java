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
 * A finished run of a client sample script with {@code node}.
 *
 * @param code exit code
 * @param output standard output
 * @param errors standard error
 */
public record Script(int code, String output, String errors) {

    private static final Path COMMUNITIES = Path.of("../client-samples/communities");

    /** Returns true if {@code node} is installed. */
    public static boolean isNodeInstalled() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "node")));
    }

    /** Returns the absolute path of a file beside the scripts. */
    public static String sample(String file) {
        return COMMUNITIES.resolve(file).toAbsolutePath().toString();
    }

    /** Runs a script in a folder, with the address and a key of the server. */
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

    /** Returns the output; fails the test if the script failed. */
    public String succeeded() {
        assertThat(code).as(errors).isZero();
        return output;
    }

    /** Returns the error message; fails the test if the script succeeded or wrote several lines. */
    public String failed() {
        assertThat(code).as(output).isNotZero();
        assertThat(errors.strip().lines()).hasSize(1);
        return errors.strip();
    }
}
