package dev.grapevine.api.testing;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Load of concurrent partners that award and redeem points over HTTP and record the responses. */
public final class LedgerLoad {

    private static final List<String> CUSTOMERS = List.of("barbara", "edsger");
    private static final int PARTNERS = 8;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();
    private final GrapevineProcess process;
    private final Path folder;
    private final Map<String, String> ids = new HashMap<>();

    public LedgerLoad(GrapevineProcess process, Path folder) throws IOException {
        this.process = process;
        this.folder = folder;
        for (var customer : CUSTOMERS) {
            ids.put(customer, customer(customer).path("id").asString());
        }
    }

    /** Balance of a customer and number of entries. */
    public record Sums(long balance, long entries) {

        public Sums plus(Sums other) {
            return new Sums(balance + other.balance, entries + other.entries);
        }
    }

    /** A call with its idempotency key and its response, if any. */
    public static final class Call {
        private final String customer;
        private final String mutation;
        private final long amount;
        private final String key;
        private boolean isAnswered;
        private boolean hadNoResponse;
        private String entryId = "";

        private Call(String customer, String mutation, long amount, String key) {
            this.customer = customer;
            this.mutation = mutation;
            this.amount = amount;
            this.key = key;
        }

        public String customer() {
            return customer;
        }

        public String entryId() {
            return entryId;
        }

        /** Returns true if the result of the call is unknown. */
        public boolean isOpen() {
            return !isAnswered;
        }

        /** Returns true if the first attempt had no response. */
        public boolean hadNoResponse() {
            return hadNoResponse;
        }

        public boolean isSuccessful() {
            return !entryId.isEmpty();
        }

        public Sums effect() {
            return new Sums(mutation.equals("awardPoints") ? amount : -amount, 1);
        }

        public Map<String, Object> row() {
            return Map.of("entryId", entryId, "amount", amount, "key", key);
        }
    }

    /**
     * Runs the load, executes {@code end} after a time, and returns all calls up to the loss of
     * connection.
     */
    public List<Call> runUntil(Duration time, Runnable end, long seed, String name)
            throws InterruptedException, ExecutionException {
        var random = new SplittableRandom(seed);
        var calls = new ArrayList<Call>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var partners = new ArrayList<Future<List<Call>>>();
            for (var i = 0; i < PARTNERS; i++) {
                var own = random.split();
                var prefix = name + "-partner-" + i + "-";
                Callable<List<Call>> partner = () -> callUntilConnectionLost(own, prefix);
                partners.add(threads.submit(partner));
            }
            Thread.sleep(time);
            end.run();
            for (var partner : partners) {
                calls.addAll(partner.get());
            }
        }
        return calls;
    }

    private List<Call> callUntilConnectionLost(SplittableRandom random, String prefix) {
        var calls = new ArrayList<Call>();
        while (true) {
            var call =
                    new Call(
                            CUSTOMERS.get(random.nextInt(CUSTOMERS.size())),
                            random.nextInt(3) == 0 ? "redeemPoints" : "awardPoints",
                            random.nextLong(1, 20),
                            prefix + calls.size());
            calls.add(call);
            try {
                execute(call);
            } catch (IOException e) {
                call.hadNoResponse = true;
                return calls;
            }
        }
    }

    /** Repeats a call with its idempotency key until there is a response. */
    public void repeat(Call call) throws IOException {
        call.isAnswered = false;
        for (var attempts = 0; !call.isAnswered; attempts++) {
            if (attempts == 100) {
                throw new IllegalStateException("No answer to " + call.key);
            }
            execute(call);
        }
    }

    private void execute(Call call) throws IOException {
        var type = Character.toUpperCase(call.mutation.charAt(0)) + call.mutation.substring(1);
        var document =
                "mutation($input: %sInput!) { %s(input: $input) { entry { id } userErrors { code } } }"
                        .formatted(type, call.mutation);
        var input =
                Map.of(
                        "customer",
                        Map.of("id", ids.get(call.customer)),
                        "amount",
                        call.amount,
                        "reason",
                        "A visit",
                        "idempotencyKey",
                        call.key);
        var payload = post(document, Map.of("input", input)).at("/data/" + call.mutation);
        // Without a payload the database was busy or stopping; the result is unknown.
        if (payload.isObject()) {
            call.isAnswered = true;
            call.entryId = payload.at("/entry/id").asString("");
        }
    }

    /** Returns balance and number of entries by customer. */
    public Map<String, Sums> sums() throws IOException {
        var sums = new HashMap<String, Sums>();
        for (var customer : CUSTOMERS) {
            var wallet = customer(customer).path("wallet");
            sums.put(
                    customer,
                    new Sums(
                            wallet.path("balance").asLong(),
                            wallet.at("/statement/entryCount").asLong(0)));
        }
        return sums;
    }

    private JsonNode customer(String name) throws IOException {
        var document =
                """
                query($name: String!) {
                  customer(ref: {external: {brand: "larkspur", externalId: $name}}) {
                    id wallet { balance statement(from: "2020-01-01T00:00:00Z") { entryCount } }
                  }
                }
                """;
        return post(document, Map.of("name", name)).at("/data/customer");
    }

    private JsonNode post(String document, Map<String, ?> variables) throws IOException {
        var body = JSON.writeValueAsString(Map.of("query", document, "variables", variables));
        var request =
                HttpRequest.newBuilder(
                                URI.create("http://localhost:" + process.port() + "/graphql"))
                        .header(
                                "Authorization",
                                "Bearer " + GrapevineProcess.key(folder, "larkspur"))
                        .header("Content-Type", "application/json")
                        .timeout(Duration.ofSeconds(30))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        try {
            return JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
