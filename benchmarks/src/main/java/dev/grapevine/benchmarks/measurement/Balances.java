package dev.grapevine.benchmarks.measurement;

import dev.grapevine.benchmarks.load.Document;
import dev.grapevine.benchmarks.load.Endpoint;
import dev.grapevine.benchmarks.load.Load;
import dev.grapevine.benchmarks.stage.Stage;
import dev.grapevine.benchmarks.stage.Statement;

import java.util.Map;

/** Query of the balance of a customer, for each contestant; each call reads another customer. */
public final class Balances {

    private static final String EXPECTED = "\"balance\":";

    private static final Document GRAPEVINE_QUERY =
            new Document(
                    """
                    query($externalId: String!) {
                      customer(ref: {external: {brand: "%s", externalId: $externalId}}) { wallet { balance } }
                    }\
                    """
                            .formatted(Stage.BRAND));

    private static final Document PEER_QUERY =
            new Document(
                    """
                    query($key: String!) {
                      customers(where: {key: {eq: $key}}) { wallet { balance } }
                    }\
                    """);

    private final Stage stage;

    public Balances(Stage stage) {
        this.stage = stage;
    }

    public Load.CallerFactory overGrapevine() {
        return stage.partners(
                caller -> {
                    var customer = stage.customer(stage.nextCall());
                    caller.ask(
                            GRAPEVINE_QUERY.with(
                                    "{\"externalId\":\"" + customer.externalId() + "\"}"),
                            EXPECTED);
                    return 1;
                });
    }

    public Load.CallerFactory overPeer(Endpoint peer) {
        return Stage.callers(
                peer,
                caller -> {
                    var customer = stage.customer(stage.nextCall());
                    caller.ask(PEER_QUERY.with("{\"key\":\"" + customer.key() + "\"}"), EXPECTED);
                    return 1;
                });
    }

    public Load.CallerFactory overDriver() {
        return stage.bolt()
                .callers(
                        Statement.of("read-balance"),
                        () -> Map.of("customerId", stage.customer(stage.nextCall()).id()));
    }
}
