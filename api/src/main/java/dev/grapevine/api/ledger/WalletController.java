package dev.grapevine.api.ledger;

import dev.grapevine.api.kernel.Arguments;
import dev.grapevine.api.kernel.BatchMappings;
import dev.grapevine.api.kernel.Connection;
import dev.grapevine.api.kernel.ConnectionLoader;
import dev.grapevine.api.kernel.Loader;
import dev.grapevine.api.kernel.Loaders;
import dev.grapevine.api.kernel.NodeSource;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.customer.Customers;
import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.ledger.EntryTime;
import dev.grapevine.graph.ledger.Hold;
import dev.grapevine.graph.ledger.PointsEntry;
import dev.grapevine.graph.ledger.Wallet;
import dev.grapevine.graph.ledger.Wallets;
import dev.grapevine.graph.ledger.statement.Statements;

import graphql.schema.DataFetchingEnvironment;

import org.springframework.context.annotation.Bean;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Resolves wallets, their entries, open holds, balances and expiring points. */
@Controller
class WalletController {

    private static final int MAX_DAYS = 3_660;

    private final Wallets wallets;
    private final Customers customers;
    private final Loader<String, Wallet> ofCustomers;
    private final ConnectionLoader<PointsEntry, Connection.Edge<PointsEntry>> entries;
    private final ConnectionLoader<Hold, Connection.Edge<Hold>> openHolds;
    private final Loader<BalanceTime, Long> balances;
    private final Loader<Integer, List<Wallets.Expiring>> expiring;

    WalletController(
            Wallets wallets,
            Statements statements,
            Customers customers,
            Times times,
            Loaders loaders) {
        this.wallets = wallets;
        this.customers = customers;
        this.ofCustomers = loaders.register("Customer.wallet", wallets::ofCustomers);
        this.entries = loaders.connection("Wallet.entries", wallets::entries, PointsEntry::cursor);
        this.openHolds = loaders.connection("Wallet.openHolds", wallets::openHolds, Hold::cursor);
        this.balances =
                loaders.register(
                        "Wallet.balanceAt",
                        (ids, time) -> statements.balancesAt(ids, time.at(), time.by()));
        this.expiring =
                loaders.register(
                        "Wallet.expiring",
                        (ids, days) -> wallets.expiring(ids, times.now().plusDays(days)));
    }

    /** Arguments of a past balance. */
    private record BalanceTime(OffsetDateTime at, EntryTime by) {}

    @Bean
    static NodeSource walletNodes(Wallets wallets) {
        return NodeSource.of("wal", wallets::byIds);
    }

    @SchemaMapping(typeName = "Customer", field = "wallet")
    CompletableFuture<Wallet> wallet(
            Customer customer, @Argument String currency, DataFetchingEnvironment environment) {
        return ofCustomers.load(environment, customer.id(), currency);
    }

    @BatchMapping(typeName = "Customer", field = "wallets")
    Map<Customer, List<Wallet>> wallets(List<Customer> customers) {
        return BatchMappings.load(customers, Customer::id, wallets::allOfCustomers);
    }

    @BatchMapping(typeName = "Wallet", field = "customer")
    Map<Wallet, Customer> customers(List<Wallet> wallets) {
        return BatchMappings.load(
                wallets, Wallet::customerId, ids -> customers.byIds(Caller.SYSTEM, ids));
    }

    @SchemaMapping(typeName = "Wallet", field = "entries")
    CompletableFuture<Connection<Connection.Edge<PointsEntry>>> entries(
            Wallet wallet, DataFetchingEnvironment environment) {
        return entries.load(environment, wallet.id())
                .thenApply(page -> page.withTotalCount(wallet.sequence()));
    }

    @SchemaMapping(typeName = "Wallet", field = "openHolds")
    CompletableFuture<Connection<Connection.Edge<Hold>>> openHolds(
            Wallet wallet, DataFetchingEnvironment environment) {
        return openHolds.load(environment, wallet.id());
    }

    @SchemaMapping(typeName = "Wallet", field = "balanceAt")
    CompletableFuture<Long> balanceAt(
            Wallet wallet,
            @Argument OffsetDateTime at,
            @Argument EntryTime by,
            DataFetchingEnvironment environment) {
        var time = new BalanceTime(Arguments.time("at", at), by);
        return balances.load(environment, wallet.id(), time);
    }

    @SchemaMapping(typeName = "Wallet", field = "expiring")
    CompletableFuture<List<Wallets.Expiring>> expiring(
            Wallet wallet, @Argument int withinDays, DataFetchingEnvironment environment) {
        return expiring.load(
                environment, wallet.id(), Arguments.between("withinDays", withinDays, 1, MAX_DAYS));
    }
}
