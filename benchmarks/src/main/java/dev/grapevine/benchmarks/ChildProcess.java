package dev.grapevine.benchmarks;

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
 * A process that this one started and that it stops, also when it is itself interrupted. Ready as
 * soon as a line that it prints matches a pattern.
 */
final class ChildProcess implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 180;
    private static final int LINES_KEPT = 60;

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

    /** Starts a process. */
    static ChildProcess start(ProcessBuilder command, String ready) {
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

    /** Runs a process to its end and answers what it printed last. */
    static String run(ProcessBuilder command, int patienceMinutes)
            throws IOException, InterruptedException {
        var child = start(command, "(?!)");
        try (child) {
            if (!child.process.waitFor(patienceMinutes, TimeUnit.MINUTES)
                    || child.process.exitValue() != 0) {
                throw new IOException(command.command().getFirst() + " failed:\n" + child.output());
            }
            return child.output();
        }
    }

    private void read(BufferedReader output) {
        output.lines().forEach(this::take);
        readiness.completeExceptionally(
                new IllegalStateException("It ended before it was ready:\n" + output()));
    }

    private void take(String line) {
        synchronized (lastLines) {
            lastLines.add(line);
            if (lastLines.size() > LINES_KEPT) {
                lastLines.remove();
            }
        }
        var match = ready.matcher(line);
        if (match.find()) {
            readiness.complete(match);
        }
    }

    /** Waits until it is ready and answers the line that said so. */
    Matcher await() {
        return readiness.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    long pid() {
        return process.pid();
    }

    String output() {
        synchronized (lastLines) {
            return String.join("\n", lastLines);
        }
    }

    /** Asks it to end and waits until it has. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw new IllegalStateException(e);
        } catch (IllegalStateException _) {
            // This process is ending: the hook is on its way.
        }
    }
}
