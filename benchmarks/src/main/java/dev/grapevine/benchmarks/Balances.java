package dev.grapevine.benchmarks;

import java.util.Map;

/** Query of the balance of a customer, for each contestant; each call reads another customer. */
final class Balances {

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

    Balances(Stage stage) {
        this.stage = stage;
    }

    Load.CallerFactory overGrapevine() {
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

    Load.CallerFactory overPeer(Endpoint peer) {
        return Stage.callers(
                peer,
                caller -> {
                    var customer = stage.customer(stage.nextCall());
                    caller.ask(PEER_QUERY.with("{\"key\":\"" + customer.key() + "\"}"), EXPECTED);
                    return 1;
                });
    }

    Load.CallerFactory overDriver() {
        return stage.bolt()
                .callers(
                        Statement.of("read-balance"),
                        () -> Map.of("customerId", stage.customer(stage.nextCall()).id()));
    }
}
