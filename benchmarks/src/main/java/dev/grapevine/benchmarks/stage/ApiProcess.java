package dev.grapevine.benchmarks.stage;

import dev.grapevine.benchmarks.load.Endpoint;
import dev.grapevine.benchmarks.load.Plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletionException;

/**
 * API process with embedded database: the packaged jar, on a free port of the loopback interface
 * and a new data folder.
 */
public final class ApiProcess implements AutoCloseable {

    private static final List<String> JVM =
            List.of(
                    "-Xmx2g",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow");

    private final Plan plan;
    private final Path folder;
    private final ChildProcess process;
    private final int port;

    private ApiProcess(Plan plan, Path folder, ChildProcess process) {
        this.plan = plan;
        this.folder = folder;
        this.process = process;
        this.port = Integer.parseInt(process.await().group(1));
    }

    public static ApiProcess start(Plan plan) {
        try {
            var folder = Files.createTempDirectory("grapevine-benchmark-");
            var command = java(plan, folder);
            command.add("--server.port=0");
            command.add("--grapevine.embedded.bolt-port=0");
            var process =
                    ChildProcess.start(
                            new ProcessBuilder(command).directory(folder.toFile()),
                            "GraphQL\\s+http://localhost:(\\d+)/graphql");
            try {
                return new ApiProcess(plan, folder, process);
            } catch (CompletionException e) {
                process.close();
                delete(folder);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Imports a folder into a brand by the import command, in another process. */
    public void importInto(String brand, Path source) {
        var command = java(plan, folder);
        command.addAll(List.of("import", "--brand", brand, source.toString()));
        try {
            ChildProcess.run(new ProcessBuilder(command).directory(folder.toFile()), 60);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> java(Plan plan, Path folder) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.add("-Dgrapevine.embedded.folder=" + folder.resolve("data"));
        plan.settings().forEach(setting -> command.add("-D" + setting));
        command.add("-jar");
        command.add(jar(plan.root()).toString());
        return command;
    }

    private static Path jar(Path root) {
        var target = root.resolve("api/target");
        try (DirectoryStream<Path> jars =
                Files.newDirectoryStream(target, "grapevine-api-*-exec.jar")) {
            for (var jar : jars) {
                return jar.toAbsolutePath().normalize();
            }
        } catch (IOException _) {
            // Reported below.
        }
        throw new IllegalStateException(
                "No grapevine-api-*-exec.jar in "
                        + target
                        + "; run: mvn -pl benchmarks -am package -DskipTests");
    }

    /** Returns the GraphQL endpoint for calls with an API key. */
    public Endpoint endpoint(String key) {
        return new Endpoint(port, "/graphql", key);
    }

    public Endpoint administrator() {
        return endpoint(line("api.keys").replace("administrator=", ""));
    }

    public URI bolt() {
        return URI.create(line("neo4j.address"));
    }

    public String boltPassword() {
        return line("neo4j.password");
    }

    public long pid() {
        return process.pid();
    }

    /** Returns a folder for files, removed when the process is closed. */
    public Path folder() {
        return folder;
    }

    private String line(String file) {
        try {
            return Files.readString(folder.resolve("data").resolve(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops the process and keeps its folder until {@link #close}. */
    public void stop() {
        process.close();
    }

    @Override
    public void close() {
        stop();
        delete(folder);
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
