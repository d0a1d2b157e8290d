package dev.grapevine.benchmarks;

import java.io.IOException;

/** Asks GraphQL on one connection and takes nothing for an answer but an answer. */
final class GraphQlCaller implements AutoCloseable {

    private static final int SHOWN = 300;
    private static final int TRIES = 10;
    private static final long PAUSE_MILLIS = 50;

    private final HttpConnection connection;
    private final Load.Failures failures;

    GraphQlCaller(Endpoint endpoint, Load.Failures failures) throws IOException {
        this.connection = new HttpConnection(endpoint);
        this.failures = failures;
    }

    /**
     * Sends a command, and sends it again under its idempotency key until it is answered, as
     * partners do: only then is it known what happened. Each try that failed is a failure.
     *
     * @param mark what the first answer contains
     * @param replayMark what the answer to a repetition contains
     */
    String insist(byte[] request, String mark, String replayMark) throws IOException {
        for (var tries = 1; tries < TRIES; tries++) {
            try {
                return ask(request, tries == 1 ? mark : replayMark);
            } catch (IOException e) {
                failures.add(e);
                pause(tries);
            }
        }
        return ask(request, replayMark);
    }

    private static void pause(int tries) {
        try {
            Thread.sleep(PAUSE_MILLIS * tries);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Sends a request.
     *
     * @param mark what an answer contains if everything went well
     * @throws IOException if it does not, or if there are errors
     */
    String ask(byte[] request, String mark) throws IOException {
        var answer = connection.post(request);
        if (answer.contains("\"errors\":[") || !answer.contains(mark)) {
            throw new IOException(answer.substring(0, Math.min(SHOWN, answer.length())));
        }
        return answer;
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
