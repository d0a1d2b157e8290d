package dev.grapevine.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.api.testing.Api;
import dev.grapevine.api.testing.ApiTest;

import org.awaitility.Awaitility;
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
import java.util.stream.Collectors;
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
        private final BufferedReader reader;

        SlowCaller(String head, int sent) throws IOException {
            socket = new Socket("localhost", api.uri("/").getPort());
            socket.setSoTimeout(TIMEOUT);
            reader =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.US_ASCII));
            send(head + "\r\n" + " ".repeat(sent));
        }

        void send(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        }

        String statusLine() throws IOException {
            return String.valueOf(reader.readLine());
        }

        /** Sends a byte every tenth of a second. */
        void dripsUntilItIsClosed() {
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(100))
                    .atMost(Duration.ofMillis(TIMEOUT))
                    .until(this::isClosed);
        }

        private boolean isClosed() {
            try {
                socket.getOutputStream().write(' ');
                return false;
            } catch (IOException _) {
                return true;
            }
        }

        /** Reads the head and body of the answer until the server closes the connection. */
        String answer() throws IOException {
            return reader.lines().collect(Collectors.joining("\n"));
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
            caller.dripsUntilItIsClosed();
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
            caller.dripsUntilItIsClosed();
        }
    }

    @Test
    void callerWithAKeyWhoFallsSilentIsToldSo() throws Exception {
        try (var caller = new SlowCaller(graphql("larkspur"), 1_000)) {
            assertThat(caller.answer())
                    .startsWith("HTTP/1.1 408")
                    .contains("\"code\":\"BODY_TOO_SLOW\"");
        }
    }

    @Test
    void connectionOfAnUnreadBodyIsClosedWhateverItsLength() throws Exception {
        var head =
                "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Transfer-Encoding: chunked\r\n";
        try (var caller = new SlowCaller(head, 0)) {
            assertThat(caller.answer())
                    .startsWith("HTTP/1.1 401")
                    .containsIgnoringCase("\nconnection: close\n");
        }
    }

    @Test
    void answerToALargeBodyReachesACallerWithoutAKey() {
        var answer = api.post("gv_live_no", "{\"query\": \"" + " ".repeat(400_000) + "\"}");
        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void connectionIsKeptForLongerThanABodyMayPause() throws Exception {
        var request = "GET /actuator/health HTTP/1.1\r\nHost: localhost\r\n";
        try (var caller = new SlowCaller(request, 0)) {
            assertThat(caller.statusLine()).startsWith("HTTP/1.1 200");
            Awaitility.await().during(Duration.ofSeconds(7)).until(() -> true);
            caller.send(request + "Connection: close\r\n\r\n");
            assertThat(caller.answer()).contains("HTTP/1.1 200");
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
