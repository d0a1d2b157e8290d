package dev.grapevine.graph.points;

import dev.grapevine.graph.customer.CustomersEnrolled;
import dev.grapevine.graph.kernel.CypherFile;
import dev.grapevine.graph.kernel.Graph;
import dev.grapevine.graph.kernel.Ids;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.util.Map;

/**
 * Opens a wallet for each new customer, in the same transaction: a wallet must exist before anybody
 * locks it.
 */
@Component
class OpenWallets {

    private static final CypherFile OPEN = CypherFile.of(OpenWallets.class, "open-wallets");

    private final Graph graph;
    private final Ids ids;

    OpenWallets(Graph graph, Ids ids) {
        this.graph = graph;
        this.ids = ids;
    }

    @EventListener
    void on(CustomersEnrolled enrolled) {
        var wallets =
                enrolled.customers().stream()
                        .map(
                                customer ->
                                        Wallet.empty(
                                                ids.next("wal"),
                                                customer.brandId(),
                                                new WalletKey(customer.id(), Currency.STANDARD)))
                        .toList();
        graph.write(OPEN, Map.of("wallets", wallets));
    }
}
