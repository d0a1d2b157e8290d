package dev.grapevine.benchmarks.load;

import java.io.IOException;

/**
 * GraphQL client on one connection that checks each response for an expected text and for errors.
 */
public final class GraphQlCaller implements AutoCloseable {

    private static final int MAX_SHOWN = 300;
    private static final int MAX_ATTEMPTS = 10;
    private static final long PAUSE_MILLIS = 50;

    private final HttpConnection connection;
    private final Load.Failures failures;

    public GraphQlCaller(Endpoint endpoint, Load.Failures failures) throws IOException {
        this.connection = new HttpConnection(endpoint);
        this.failures = failures;
    }

    /**
     * Sends a command, and repeats the command with its idempotency key until the response is a
     * success, at most {@value #MAX_ATTEMPTS} times. Each failed attempt counts as a failure.
     *
     * @param expected text that the response to the first attempt contains
     * @param expectedOfReplay text that the response to a repeated attempt contains
     */
    public String sendUntilAnswered(byte[] request, String expected, String expectedOfReplay)
            throws IOException {
        for (var attempt = 1; attempt < MAX_ATTEMPTS; attempt++) {
            try {
                return ask(request, attempt == 1 ? expected : expectedOfReplay);
            } catch (IOException e) {
                failures.add(e);
                pause(attempt);
            }
        }
        return ask(request, expectedOfReplay);
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(PAUSE_MILLIS * attempt);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Sends a request.
     *
     * @param expected text that a successful response contains
     * @throws IOException if the response lacks the text or has errors
     */
    public String ask(byte[] request, String expected) throws IOException {
        var response = connection.post(request);
        if (response.contains("\"errors\":[") || !response.contains(expected)) {
            throw new IOException(response.substring(0, Math.min(MAX_SHOWN, response.length())));
        }
        return response;
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
