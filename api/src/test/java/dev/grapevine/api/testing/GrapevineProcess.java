package dev.grapevine.api.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Grapevine in a separate process with the profile {@code dev}, which a test can kill. */
public final class GrapevineProcess implements AutoCloseable {

    private static final Pattern READY =
            Pattern.compile("GraphQL\\s+http://localhost:(\\d+)/graphql");
    private static final int TIMEOUT_SECONDS = 120;

    private final Process process;
    private final List<String> lines = new ArrayList<>();
    private final CompletableFuture<Integer> port = new CompletableFuture<>();
    private final Thread reader;

    private GrapevineProcess(Process process) {
        this.process = process;
        this.reader = Thread.ofVirtual().start(() -> read(process.inputReader()));
    }

    /** Starts a process with system properties ({@code -D…}) and arguments; does not wait. */
    public static GrapevineProcess start(String... arguments) {
        var command =
                new ArrayList<>(
                        List.of(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-Xmx1g",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-Dspring.profiles.active=dev",
                                "-Dserver.port=0",
                                "-Dgrapevine.graph.warm-up=false",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "dev.grapevine.api.Grapevine"));
        for (var argument : arguments) {
            var isSetting = argument.startsWith("-D");
            command.add(isSetting ? 1 : command.size(), argument);
        }
        try {
            return new GrapevineProcess(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a server on a data folder and waits until the server is ready. */
    public static GrapevineProcess on(Path folder) {
        var process =
                start("--grapevine.embedded.folder=" + folder, "--grapevine.embedded.bolt-port=0");
        process.port();
        return process;
    }

    private void read(BufferedReader output) {
        output.lines()
                .forEach(
                        line -> {
                            synchronized (lines) {
                                lines.add(line);
                            }
                            var ready = READY.matcher(line);
                            if (ready.find()) {
                                port.complete(Integer.valueOf(ready.group(1)));
                            }
                        });
        port.completeExceptionally(
                new IllegalStateException("The process ended before it was ready:\n" + output()));
    }

    public int port() {
        return port.orTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS).join();
    }

    public String output() {
        synchronized (lines) {
            return String.join("\n", lines);
        }
    }

    /** Kills the process with SIGKILL and waits for its end. */
    public void kill() {
        process.destroyForcibly();
        exitCode();
    }

    /** Waits for the end of the process and returns the exit code. */
    public int exitCode() {
        try {
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The process does not end:\n" + output());
            }
            reader.join();
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the key of a caller from the key file. */
    public static String key(Path folder, String name) {
        try {
            return Files.readAllLines(folder.resolve("api.keys")).stream()
                    .filter(line -> line.startsWith(name + "="))
                    .map(line -> line.substring(name.length() + 1))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            kill();
        }
    }
}
