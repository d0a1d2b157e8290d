package dev.grapevine.benchmarks;

import java.util.Map;

/** One question, what a customer has, as each contestant is asked it; customers by turns. */
final class Balances {

    private static final String MARK = "\"balance\":";

    private static final Document ASK_GRAPEVINE =
            new Document(
                    """
                    query($externalId: String!) {
                      customer(ref: {external: {brand: "%s", externalId: $externalId}}) { wallet { balance } }
                    }\
                    """
                            .formatted(Stage.BRAND));

    private static final Document ASK_PEER =
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

    Load.Opening overGrapevine() {
        return stage.partners(
                caller -> {
                    var customer = stage.customer(stage.nextCall());
                    caller.ask(
                            ASK_GRAPEVINE.with(
                                    "{\"externalId\":\"" + customer.externalId() + "\"}"),
                            MARK);
                    return 1;
                });
    }

    Load.Opening overPeer(Endpoint peer) {
        return Stage.callers(
                peer,
                caller -> {
                    var customer = stage.customer(stage.nextCall());
                    caller.ask(ASK_PEER.with("{\"key\":\"" + customer.key() + "\"}"), MARK);
                    return 1;
                });
    }

    Load.Opening overDriver() {
        return stage.bolt()
                .callers(
                        Statement.of("read-balance"),
                        () -> Map.of("customerId", stage.customer(stage.nextCall()).id()));
    }
}
