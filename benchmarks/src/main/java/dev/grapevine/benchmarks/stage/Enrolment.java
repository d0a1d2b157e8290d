package dev.grapevine.benchmarks.stage;

import dev.grapevine.benchmarks.load.Document;
import dev.grapevine.benchmarks.load.Endpoint;
import dev.grapevine.benchmarks.load.Load;
import dev.grapevine.benchmarks.load.Plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Enrolment of the customers of the brand, {@code customer-0} and so on: up to 50,000 over HTTP,
 * more by the import command, which starts slower and runs faster.
 */
public final class Enrolment {

    private static final int MAX_OVER_HTTP = 50_000;
    private static final int CONNECTIONS_MAX = 8;
    private static final String DONE = "\"userErrors\":[]";

    private static final Document ENROL =
            new Document(
                    """
                    mutation($brand: String!, $id: String!, $key: ID!) {
                      enrolCustomer(input: {brand: $brand, externalId: $id, idempotencyKey: $key}) {
                        customer { id }
                        userErrors { code }
                      }
                    }\
                    """);

    private final ApiProcess api;
    private final Endpoint partner;
    private final int connections;

    public Enrolment(ApiProcess api, Endpoint partner, Plan plan) {
        this.api = api;
        this.partner = partner;
        this.connections = Math.min(CONNECTIONS_MAX, plan.connections());
    }

    public void enrol(int customers) {
        if (customers > MAX_OVER_HTTP) {
            importFile(customers);
        } else {
            overHttp(customers);
        }
    }

    private void overHttp(int customers) {
        var next = new AtomicInteger();
        var callers =
                Stage.callers(
                        partner,
                        caller -> {
                            caller.sendUntilAnswered(body(next.getAndIncrement()), DONE, DONE);
                            return 1;
                        });
        Load.run(customers, connections, callers).expect(customers);
    }

    private static byte[] body(int number) {
        return ENROL.with(
                "{\"brand\":\""
                        + Stage.BRAND
                        + "\",\"id\":\"customer-"
                        + number
                        + "\",\"key\":\"enrol-customer-"
                        + number
                        + "\"}");
    }

    private void importFile(int customers) {
        try {
            var folder = Files.createDirectory(api.folder().resolve("import"));
            try (var file = Files.newBufferedWriter(folder.resolve("customers.csv"))) {
                file.write("externalId,joinedAt,displayName,referredBy\n");
                for (var i = 0; i < customers; i++) {
                    file.write("customer-" + i + ",,,\n");
                }
            }
            api.importInto(Stage.BRAND, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
