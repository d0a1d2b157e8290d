package dev.grapevine.benchmarks.stage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Child process, stopped at the latest when this process ends. The process is ready when a line of
 * its output matches a pattern.
 */
public final class ChildProcess implements AutoCloseable {

    private static final int TIMEOUT_SECONDS = 180;
    private static final int MAX_LINES = 60;

    private final Process process;
    private final Pattern ready;
    private final Deque<String> lastLines = new ArrayDeque<>();
    private final CompletableFuture<Matcher> readiness = new CompletableFuture<>();
    private final Thread atExit;

    private ChildProcess(Process process, Pattern ready) {
        this.process = process;
        this.ready = ready;
        this.atExit = new Thread(process::destroy);
    }

    /**
     * Starts a process.
     *
     * @param ready regular expression of the line that shows readiness
     */
    public static ChildProcess start(ProcessBuilder command, String ready) {
        try {
            var child =
                    new ChildProcess(
                            command.redirectErrorStream(true).start(), Pattern.compile(ready));
            Runtime.getRuntime().addShutdownHook(child.atExit);
            Thread.ofVirtual().start(() -> child.read(child.process.inputReader()));
            return child;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a process to its end and returns the last lines of its output. */
    public static String run(ProcessBuilder command, int timeoutMinutes)
            throws IOException, InterruptedException {
        var child = start(command, "(?!)");
        try (child) {
            if (!child.process.waitFor(timeoutMinutes, TimeUnit.MINUTES)
                    || child.process.exitValue() != 0) {
                throw new IOException(command.command().getFirst() + " failed:\n" + child.output());
            }
            return child.output();
        }
    }

    private void read(BufferedReader output) {
        output.lines().forEach(this::accept);
        readiness.completeExceptionally(
                new IllegalStateException("The process ended before it was ready:\n" + output()));
    }

    private void accept(String line) {
        synchronized (lastLines) {
            lastLines.add(line);
            if (lastLines.size() > MAX_LINES) {
                lastLines.remove();
            }
        }
        var match = ready.matcher(line);
        if (match.find()) {
            readiness.complete(match);
        }
    }

    /** Waits until the process is ready and returns the match of the line that shows readiness. */
    public Matcher await() {
        return readiness.orTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS).join();
    }

    public long pid() {
        return process.pid();
    }

    public String output() {
        synchronized (lastLines) {
            return String.join("\n", lastLines);
        }
    }

    /** Terminates the process and waits until the process has ended. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw new IllegalStateException(e);
        } catch (IllegalStateException _) {
            // This process is ending, and the shutdown hook is running.
        }
    }
}
