package dev.grapevine.graph.ledger;

import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.customer.EnrolmentListener;
import dev.grapevine.graph.kernel.Ids;
import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.ledger.currency.Currency;
import dev.grapevine.graph.ledger.session.LedgerLoader;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;

/**
 * Listener that creates the standard wallet of each new customer in the transaction of the
 * enrolment, because only an existing node can be locked.
 */
@Component
class WalletOpener implements EnrolmentListener {

    private static final CypherStatement OPEN =
            CypherStatement.of(LedgerLoader.class, "open-wallets");

    private final GraphClient graph;
    private final Ids ids;

    WalletOpener(GraphClient graph, Ids ids) {
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
