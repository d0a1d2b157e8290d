package dev.grapevine.graph.points;

import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.customer.EnrolmentListener;
import dev.grapevine.graph.kernel.CypherFile;
import dev.grapevine.graph.kernel.Graph;
import dev.grapevine.graph.kernel.Ids;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;

/**
 * Opens a wallet for each new customer, in the same transaction: a wallet must exist before anybody
 * locks it.
 */
@Component
class OpenWallets implements EnrolmentListener {

    private static final CypherFile OPEN = CypherFile.of(OpenWallets.class, "open-wallets");

    private final Graph graph;
    private final Ids ids;

    OpenWallets(Graph graph, Ids ids) {
        this.graph = graph;
        this.ids = ids;
    }

    @Override
    public void enrolled(List<Customer> customers) {
        var wallets =
                customers.stream()
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
