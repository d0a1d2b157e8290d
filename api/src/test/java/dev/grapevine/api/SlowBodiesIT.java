package dev.grapevine.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.api.testing.Api;
import dev.grapevine.api.testing.ApiTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.stream.Stream;

/** Callers who announce a body and hold it back, or send it a byte at a time. */
@ApiTest
class SlowBodiesIT {

    private static final int ANNOUNCED = 500_000;

    private static final int TIMEOUT = (int) Duration.ofSeconds(30).toMillis();

    @Autowired Api api;

    /** Connection that has sent a head, and some of the body. */
    private final class SlowCaller implements AutoCloseable {

        private final Socket socket;

        SlowCaller(String head, int sent) throws IOException {
            socket = new Socket("localhost", api.uri("/").getPort());
            socket.setSoTimeout(TIMEOUT);
            socket.getOutputStream().write((head + "\r\n").getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(" ".repeat(sent).getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        }

        private BufferedReader reader() throws IOException {
            return new BufferedReader(
                    new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        }

        String statusLine() throws IOException {
            return String.valueOf(reader().readLine());
        }

        /** Sends a byte every tenth of a second until the server has closed the connection. */
        boolean isClosedWhileItDrips() throws InterruptedException {
            var end = System.nanoTime() + Duration.ofMillis(TIMEOUT).toNanos();
            while (System.nanoTime() < end) {
                try {
                    socket.getOutputStream().write(' ');
                } catch (IOException _) {
                    return true;
                }
                Thread.sleep(100);
            }
            return false;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private static String head(String method, String path, String type, String more) {
        return "%s %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\nContent-Length: %d\r\n%s"
                .formatted(method, path, type, ANNOUNCED, more);
    }

    private String graphql(String caller) {
        return head(
                "POST",
                "/graphql",
                "application/json",
                "Authorization: Bearer " + api.key(caller) + "\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /graphql, application/json, 401",
        "POST, /graphql, application/x-www-form-urlencoded, 401",
        "POST, /graphql, multipart/form-data; boundary=x, 401",
        "PUT, /graphql, application/x-www-form-urlencoded, 401",
        "GET, /actuator/health, application/json, 200",
        "PUT, /error, application/x-www-form-urlencoded, 404",
        "POST, /error, application/x-www-form-urlencoded, 404",
        "POST, /error, multipart/form-data; boundary=x, 404",
    })
    void callerWithoutAKeyIsAnsweredBeforeTheBodyComes(
            String method, String path, String type, int status) throws Exception {
        try (var caller = new SlowCaller(head(method, path, type, ""), 1_000)) {
            assertThat(caller.statusLine()).startsWith("HTTP/1.1 " + status);
            assertThat(caller.isClosedWhileItDrips()).isTrue();
        }
    }

    @Test
    void callerWithAWrongKeyIsAnsweredBeforeTheBodyComes() throws Exception {
        var head =
                head(
                        "POST",
                        "/graphql",
                        "application/json",
                        "Authorization: Bearer gv_live_no\r\n");
        try (var caller = new SlowCaller(head, 1_000)) {
            assertThat(caller.statusLine()).startsWith("HTTP/1.1 401");
        }
    }

    @Test
    void callerWithAKeyHasTenSecondsForTheBody() throws Exception {
        try (var caller = new SlowCaller(graphql("larkspur"), 1_000)) {
            assertThat(caller.isClosedWhileItDrips()).isTrue();
        }
        try (var caller = new SlowCaller(graphql("larkspur"), 1_000)) {
            assertThat(caller.statusLine()).startsWith("HTTP/1.1 408");
        }
    }

    @Test
    void othersAreServedWhileManyHoldBackTheirBodies() throws Exception {
        var callers = new ArrayList<SlowCaller>();
        try {
            for (var i = 0; i < 500; i++) {
                callers.add(
                        new SlowCaller(head("POST", "/graphql", "application/json", ""), 60_000));
            }
            assertThat(api.data("larkspur", "{ __typename }").at("/__typename").asString())
                    .isEqualTo("Query");
            assertThat(callers.stream().flatMap(SlowBodiesIT::statusLine))
                    .hasSize(callers.size())
                    .allMatch(line -> line.startsWith("HTTP/1.1 401"));
        } finally {
            for (var caller : callers) {
                caller.close();
            }
        }
        assertThat(api.data("larkspur", "{ __typename }").at("/__typename").asString())
                .isEqualTo("Query");
    }

    private static Stream<String> statusLine(SlowCaller caller) {
        try {
            return Stream.of(caller.statusLine());
        } catch (IOException _) {
            return Stream.empty();
        }
    }
}
