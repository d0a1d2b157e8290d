package dev.grapevine.benchmarks;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What is measured on: a running API with a database of its own, one brand, its customers, and the
 * key of one of its partners.
 */
final class Stage implements AutoCloseable {

    static final String BRAND = "bench";

    /** Prime, so that calls that follow each other meet customers who are far from each other. */
    private static final long STRIDE = 999_983;

    private final ApiProcess api;
    private final Bolt bolt;
    private final Endpoint partner;
    private final List<Enrolled> customers;
    private final AtomicLong calls = new AtomicLong();

    /** A customer of the brand, by id and by the key that is made of brand and external id. */
    record Enrolled(String id, String key, String brandId) {

        String externalId() {
            return key.substring(key.indexOf('|') + 1);
        }
    }

    private Stage(ApiProcess api, Bolt bolt, Endpoint partner, List<Enrolled> customers) {
        this.api = api;
        this.bolt = bolt;
        this.partner = partner;
        this.customers = customers;
    }

    /** Starts everything and enrols so many customers. */
    static Stage open(Plan plan, int customers) {
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
                                                    row.get("brandId").asString()))
                            .sorted(Comparator.comparing(Enrolled::key))
                            .toList();
            if (enrolled.size() != customers) {
                throw new IllegalStateException(
                        enrolled.size() + " customers are there, not " + customers);
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

    /** Asks once and answers the whole answer, errors included. */
    JsonNode ask(String document, Map<String, ?> variables) {
        return ask(partner, document, variables);
    }

    /** Asks once as the administrator. */
    JsonNode administer(String document, Map<String, ?> variables) {
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
     * Refuses to go on if the schema does not know what a document asks for.
     *
     * @throws Skipped if so
     */
    void expect(String field, String document, Map<String, ?> variables) throws Skipped {
        var codes = ask(document, variables).at("/errors").valueStream();
        if (codes.anyMatch(e -> e.at("/extensions/code").asString().equals("INVALID_DOCUMENT"))) {
            throw new Skipped("the schema does not know " + field);
        }
    }

    /** Callers of a partner's system, each on a connection of its own. */
    Load.Opening partners(PartnerCall call) {
        return callers(partner, call);
    }

    /** What a partner's system sends and what it makes of the answer. */
    interface PartnerCall {
        /** Answers how many operations were carried out. */
        int send(GraphQlCaller caller) throws IOException;
    }

    static Load.Opening callers(Endpoint endpoint, PartnerCall call) {
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

    /** A number that no other call on this stage has. */
    long nextCall() {
        return calls.getAndIncrement();
    }

    /** The customer whose turn it is; all others come before they come again. */
    Enrolled customer(long call) {
        return customers.get((int) (call * STRIDE % customers.size()));
    }

    List<Enrolled> customers() {
        return customers;
    }

    Bolt bolt() {
        return bolt;
    }

    ApiProcess api() {
        return api;
    }

    @Override
    public void close() {
        bolt.close();
        api.close();
    }
}
