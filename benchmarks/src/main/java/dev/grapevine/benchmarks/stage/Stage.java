package dev.grapevine.benchmarks.stage;

import dev.grapevine.benchmarks.load.Document;
import dev.grapevine.benchmarks.load.Endpoint;
import dev.grapevine.benchmarks.load.GraphQlCaller;
import dev.grapevine.benchmarks.load.HttpConnection;
import dev.grapevine.benchmarks.load.Load;
import dev.grapevine.benchmarks.load.Plan;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Environment of measurements: a running API with its own database, one brand with customers, and
 * the API key of a partner.
 */
public final class Stage implements AutoCloseable {

    public static final String BRAND = "bench";

    /** Stride between customers of consecutive calls: far apart; prime, so that all are used. */
    private static final long STRIDE = 999_983;

    private final ApiProcess api;
    private final Bolt bolt;
    private final Endpoint partner;
    private final List<Enrolled> customers;
    private final AtomicLong calls = new AtomicLong();

    /**
     * Enrolled customer.
     *
     * @param key brand id and external id, joined by a bar
     */
    public record Enrolled(String id, String key, String brandId, OffsetDateTime joinedAt) {

        public String externalId() {
            return key.substring(key.indexOf('|') + 1);
        }
    }

    private Stage(ApiProcess api, Bolt bolt, Endpoint partner, List<Enrolled> customers) {
        this.api = api;
        this.bolt = bolt;
        this.partner = partner;
        this.customers = customers;
    }

    /** Starts the API and enrols a number of customers. */
    public static Stage open(Plan plan, int customers) {
        var api = ApiProcess.start(plan);
        try {
            var bolt = new Bolt(api.bolt(), api.boltPassword(), plan.connections());
            var partner = api.endpoint(partnerKey(api.administrator()));
            new Enrolment(api, partner, plan).enrol(customers);
            var enrolled =
                    bolt.run(Statement.of("customers-of-brand"), Map.of("brand", BRAND)).stream()
                            .map(
                                    row ->
                                            new Enrolled(
                                                    row.get("id").asString(),
                                                    row.get("key").asString(),
                                                    row.get("brandId").asString(),
                                                    row.get("joinedAt").asOffsetDateTime()))
                            .sorted(Comparator.comparing(Enrolled::key))
                            .toList();
            if (enrolled.size() != customers) {
                throw new IllegalStateException(
                        enrolled.size() + " customers are enrolled instead of " + customers);
            }
            return new Stage(api, bolt, partner, enrolled);
        } catch (RuntimeException e) {
            api.close();
            throw e;
        }
    }

    private static String partnerKey(Endpoint administrator) {
        ask(
                administrator,
                """
                mutation($brand: String!) {
                  registerBrand(input: {key: $brand, name: "Benchmark", idempotencyKey: "benchmark-brand"}) {
                    brand { id }
                  }
                }\
                """,
                Map.of("brand", BRAND));
        return ask(
                        administrator,
                        """
                        mutation($brand: String!) {
                          registerPartner(
                            input: {brand: $brand, name: "Load", idempotencyKey: "benchmark-partner"}
                          ) { apiKey }
                        }\
                        """,
                        Map.of("brand", BRAND))
                .at("/data/registerPartner/apiKey")
                .asString();
    }

    /** Sends a request as the partner and returns the response, errors included. */
    public JsonNode ask(String document, Map<String, ?> variables) {
        return ask(partner, document, variables);
    }

    /** Sends a request as the administrator and returns the response, errors included. */
    public JsonNode administer(String document, Map<String, ?> variables) {
        return ask(api.administrator(), document, variables);
    }

    private static JsonNode ask(Endpoint endpoint, String document, Map<String, ?> variables) {
        var json = JsonMapper.shared();
        try (var connection = new HttpConnection(endpoint)) {
            var request = new Document(document).with(json.writeValueAsString(variables));
            return json.readTree(connection.post(request));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Checks that a document is valid by the schema.
     *
     * @throws Skipped if the document is invalid
     */
    public void expect(String field, String document, Map<String, ?> variables) throws Skipped {
        var codes = ask(document, variables).at("/errors").valueStream();
        if (codes.anyMatch(e -> e.at("/extensions/code").asString().equals("INVALID_DOCUMENT"))) {
            throw new Skipped("the schema does not contain " + field);
        }
    }

    /** Returns callers with the partner's key, one connection each. */
    public Load.CallerFactory partners(PartnerCall call) {
        return callers(partner, call);
    }

    /** Call of a partner. */
    public interface PartnerCall {
        /** Sends the call and returns the number of acknowledged operations. */
        int send(GraphQlCaller caller) throws IOException;
    }

    public static Load.CallerFactory callers(Endpoint endpoint, PartnerCall call) {
        return failures -> {
            var caller = new GraphQlCaller(endpoint, failures);
            return new Load.Caller() {
                @Override
                public int call() throws IOException {
                    return call.send(caller);
                }

                @Override
                public void close() throws IOException {
                    caller.close();
                }
            };
        };
    }

    /** Returns the unique number of the next call on this stage. */
    public long nextCall() {
        return calls.getAndIncrement();
    }

    /** Returns the customer of a call; consecutive calls use all customers in turn. */
    public Enrolled customer(long call) {
        return customers.get((int) (call * STRIDE % customers.size()));
    }

    public List<Enrolled> customers() {
        return customers;
    }

    public Bolt bolt() {
        return bolt;
    }

    public ApiProcess api() {
        return api;
    }

    @Override
    public void close() {
        bolt.close();
        api.close();
    }
}
